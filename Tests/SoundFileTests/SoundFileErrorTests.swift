import Foundation
import SoundFile
import Testing

@Suite("SoundFileError")
struct SoundFileErrorTests {
    private let recordings = Recordings()

    @Test("a file that is not there")
    func missing() {
        let error = Self.error(reading: "/nowhere/a.wav")
        #expect(error?.kind == .notFound)
        #expect(error?.description == "cannot read the recording /nowhere/a.wav: No such file or directory")
        #expect(error?.hint == "check the spelling, and the folder that you are in")
    }

    @Test("a folder")
    func folder() {
        let error = Self.error(reading: "/usr")
        #expect(error?.kind == .folder)
        #expect(error?.description == "cannot read the recording /usr: it is a folder")
        #expect(error?.hint == "name the recordings themselves, for example /usr/*.wav")
    }

    @Test("a device")
    func device() {
        let error = Self.error(reading: "/dev/zero")
        #expect(error?.description == "cannot read the recording /dev/zero: it is a device, not a file")
    }

    @Test("a file without a byte")
    func empty() {
        let path = recordings.write([], as: "empty.wav")
        let error = Self.error(reading: path)
        #expect(error?.kind == .empty)
        #expect(error?.reason == "it is empty (0 bytes)")
        #expect(error?.hint == "record it again")
    }

    @Test("a header without a sample")
    func noSamples() {
        let error = Self.error(reading: recordings.write(WAVFile([]).bytes, as: "header.wav"))
        #expect(error?.kind == .empty)
        #expect(error?.reason == "it has no sound in it (0 samples)")
    }

    @Test("a recording that is cut off: how much is there, how much was promised")
    func cutOff() {
        var file = WAVFile([Int16](repeating: 0, count: 8_000))
        file.promisedBytes = 96_000
        let error = Self.error(reading: recordings.write(file.bytes, as: "cut.wav"))
        #expect(error?.kind == .cutOff)
        #expect(
            error?.reason == "it is cut off: 0.50 s of sound are there, its header promises 3.00 s "
                + "(16000 of 96000 bytes)")
        #expect(error?.hint?.hasPrefix("copy or record it again") == true)
    }

    @Test("a header that promises nearly four gigabytes")
    func huge() {
        var file = WAVFile([Int16](repeating: 0, count: 8_000))
        file.promisedBytes = 0xFFFF_FFF0
        let error = Self.error(reading: recordings.write(file.bytes, as: "huge.wav"))
        #expect(error?.kind == .cutOff)
        #expect(error?.reason.contains("(16000 of 4294967280 bytes)") == true)
    }

    @Test("a FLAC recording that is cut off, after what there is was read")
    func cutOffFLAC() throws {
        let whole = recordings.folder.appending(path: "whole.flac")
        let sox = try Process.run(
            URL(filePath: "/usr/bin/sox"),
            arguments: [
                "/usr/share/pocketsphinx/test/data/cards/005.wav", whole.path(percentEncoded: false),
            ])
        sox.waitUntilExit()
        let bytes = try Array(Data(contentsOf: whole))
        let path = recordings.write(Array(bytes.prefix(bytes.count / 2)), as: "cut.flac")
        var recording = try Recording(path: path)
        var read = 0
        let error = #expect(throws: SoundFileError.self) {
            var piece = [Int16](repeating: 0, count: 1_600)
            while true {
                var room = piece.mutableSpan
                let count = try recording.read(into: &room)
                if count == 0 { break }
                read += count
            }
        }
        #expect(read > 16_000)
        #expect(error?.kind == .cutOff || error?.kind == .unreadable)
    }

    @Test("samples without a header, and text", arguments: ["raw", "txt"])
    func notAudio(kind: String) {
        let bytes = kind == "raw" ? [UInt8](repeating: 3, count: 4_000) : Array("turn on all the lights\n".utf8)
        let error = Self.error(reading: recordings.write(bytes, as: "a.\(kind)"))
        #expect(error?.kind == .notAudio)
        #expect(error?.reason.hasPrefix("it is not a sound file that can be recognised (") == true)
        #expect(error?.hint?.contains("sox -t raw -r 16000 -e signed -b 16 -c 1 IN.raw OUT.wav") == true)
    }

    @Test("a header that is cut off anywhere", arguments: 1..<44)
    func cutHeader(length: Int) {
        let bytes = Array(WAVFile([1, 2, 3]).bytes.prefix(length))
        #expect(Self.error(reading: recordings.write(bytes, as: "header.wav")) != nil)
    }

    @Test("a sample rate that makes no sense", arguments: [0, 10, 2_000_000_000])
    func rate(rate: UInt32) {
        let file = WAVFile([1, 2, 3, 4], sampleRate: rate)
        let error = Self.error(reading: recordings.write(file.bytes, as: "rate.wav"))
        #expect(error?.kind == .unsupported || error?.kind == .notAudio)
    }

    @Test("more channels than make sense", arguments: [0, 65, 1_025, 65_535])
    func channels(channels: UInt16) {
        let file = WAVFile([Int16](repeating: 0, count: 70_000), channels: channels)
        let error = Self.error(reading: recordings.write(file.bytes, as: "channels.wav"))
        #expect(error?.kind == .unsupported || error?.kind == .notAudio)
    }

    @Test("a file that may not be read", .enabled(if: getuid() != 0))
    func denied() throws {
        let path = recordings.write(WAVFile([1]).bytes, as: "secret.wav")
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
        let error = Self.error(reading: path)
        #expect(error?.kind == .denied)
        #expect(error?.reason == "Permission denied")
    }

    private static func error(reading path: String) -> SoundFileError? {
        #expect(throws: SoundFileError.self) { _ = try RecordingTests.samples(of: path) }
    }
}
