import Foundation
import TerminalFixtures
import Testing

@testable import SoundFile

@Suite("What is no recording is refused")
struct SoundFileErrorTests: ~Copyable {
    private let folder = TemporaryFolder()
    private var path: String { folder.path + "/broken.wav" }

    /// The error that reading `path` to its end gives.
    private func error(reading path: String) throws -> SoundFileError {
        try #require(throws: SoundFileError.self) { _ = try samples(of: path) }
    }

    private func error(reading bytes: [UInt8]) throws -> SoundFileError {
        try Data(bytes).write(to: URL(filePath: path))
        return try error(reading: path)
    }

    @Test("a file of no bytes")
    func empty() throws {
        let error = try error(reading: [])
        #expect(error.kind == .empty)
        #expect(error.description == "cannot read the recording \(path): it is empty (0 bytes)")
        #expect(error.hint == "record it again")
    }

    @Test("a header with nothing behind it")
    func headerOnly() throws {
        let error = try error(reading: WAVFile(promised: 0, present: 0).bytes)
        #expect(error.kind == .empty)
        #expect(error.description == "cannot read the recording \(path): it has no sound in it (0 samples)")
        #expect(error.hint == "record it again")
    }

    @Test("a text")
    func text() throws {
        let error = try error(reading: Array("turn on all the lights\n".utf8))
        #expect(error.kind == .notAudio)
        #expect(
            error.description.hasPrefix(
                "cannot read the recording \(path): it is not a sound file that can be recognised ("))
        #expect(
            error.hint
                == "WAV, FLAC, OGG, AIFF and MP3 are read; give headerless samples a header first: "
                + "sox -t raw -r 16000 -e signed -b 16 -c 1 IN.raw OUT.wav")
    }

    @Test("half a header", arguments: [4, 12, 30, 43])
    func halfHeader(length: Int) throws {
        let error = try error(reading: Array(WAVFile(promised: 16_000, present: 0).bytes.prefix(length)))
        #expect([.notAudio, .empty].contains(error.kind), "\(error)")
        #expect(error.hint != nil)
    }

    @Test("a WAV that broke off, before a sample of it is heard")
    func cutOff() throws {
        try WAVFile(promised: 16_000, present: 8_000).write(to: path)
        #expect(throws: SoundFileError.self) { _ = try Recording(path: path) }
        let error = try error(reading: path)
        #expect(error.kind == .cutOff)
        #expect(
            error.description == "cannot read the recording \(path): it is cut off: 0.50 s of sound are there, "
                + "its header promises 1.00 s (16000 of 32000 bytes)")
        #expect(
            error.hint == "copy or record it again; to use what is there: sox --ignore-length IN.wav OUT.wav")
    }

    @Test("a header that promises four gigabytes")
    func fourGigabytes() throws {
        try WAVFile(promised: 0x7FFF_FFF8, present: 1_600).write(to: path)
        let error = try error(reading: path)
        #expect(error.kind == .cutOff)
        #expect(
            error.reason == "it is cut off: 0.10 s of sound are there, its header promises 134217.73 s "
                + "(3200 of 4294967280 bytes)")
    }

    @Test("a FLAC that broke off, after what is there was heard")
    func cutOffFLAC() throws {
        try Sound(tone: Tone()).write(to: path, as: .flac16)
        let whole = try Data(contentsOf: URL(filePath: path))
        try whole.prefix(whole.count / 2).write(to: URL(filePath: path))
        var recording = try Recording(path: path)
        var piece = [Int16](repeating: 0, count: 1_000)
        var room = piece.mutableSpan
        #expect(try recording.read(into: &room) == 1_000)
        let error = try error(reading: path)
        #expect(error.kind == .cutOff)
        // FLAC comes in blocks of 4096 samples.
        #expect(
            error.reason == "it is cut off: 0.26 s of sound are there, its header promises 1.00 s "
                + "(4096 of 16000 samples)")
    }

    @Test("a header without end does not keep the program busy", .timeLimit(.minutes(1)))
    func endlessHeader() throws {
        try Data("RIFF\0\0\0\0WAVE".utf8).write(to: URL(filePath: path))
        // Four gigabytes of chunks without a name or a length, none of them on the disk.
        try #require(truncate(path, 1 << 32) == 0)
        let error = try error(reading: path)
        #expect([.notAudio, .empty].contains(error.kind), "\(error)")
    }

    @Test(
        "sound with a rate or channels that make no sense",
        arguments: [
            (999, 1, "it has 999 samples per second"), (16_000, 65, "it has 65 channels"),
        ])
    func senseless(rate: Int, channels: Int, reason: String) throws {
        try Sound(rate: rate, channels: channels, samples: [Float](repeating: 0, count: channels * 10)).write(to: path)
        let error = try error(reading: path)
        #expect(error.kind == .unsupported)
        #expect(error.description == "cannot read the recording \(path): \(reason)")
        #expect(error.hint == "convert it: sox IN -r 16000 -c 1 -b 16 OUT.wav")
    }

    @Test("a file that is not there", arguments: ["none.wav", "none/none.wav"])
    func missing(name: String) throws {
        let path = folder.path + "/" + name
        let error = try error(reading: path)
        #expect(error.kind == .notFound)
        #expect(error.description == "cannot read the recording \(path): No such file or directory")
        #expect(error.hint == "check the spelling, and the folder that you are in")
    }

    @Test("a folder")
    func directory() throws {
        let error = try error(reading: folder.path)
        #expect(error.kind == .folder)
        #expect(error.description == "cannot read the recording \(folder.path): it is a folder")
        #expect(error.hint == "name the recordings themselves, for example \(folder.path)/*.wav")
    }

    @Test("a device")
    func device() throws {
        let error = try error(reading: "/dev/null")
        #expect(error.kind == .device)
        #expect(error.description == "cannot read the recording /dev/null: it is a device, not a file")
        #expect(error.hint == "name a recording; `voiceled listen` obeys a microphone")
    }

    @Test("a file that may not be read", arguments: [EACCES, EPERM])
    func denied(code: CInt) {
        // Nothing is forbidden to root, who may be running this.
        let error = SoundFileError(opening: "secret.wav", errno: code)
        #expect(error.kind == .denied)
        #expect(error.description == "cannot read the recording secret.wav: \(String(cString: strerror(code)))")
        #expect(error.hint == "make it readable with `chmod u+r`, or ask its owner to")
    }
}
