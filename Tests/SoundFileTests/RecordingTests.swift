import Foundation
import SoundFile
import Testing

@Suite("Recording")
struct RecordingTests {
    private let recordings = Recordings()
    private let ramp = (0..<16_000).map { Int16(truncatingIfNeeded: $0 * 7) }

    @Test("gives back 16 kHz mono 16-bit samples as they are")
    func unchanged() throws {
        let path = recordings.write(WAVFile(ramp).bytes, as: "ramp.wav")
        let read = try Self.samples(of: path)
        #expect(read == ramp)
    }

    @Test("says what the recording is by itself")
    func properties() throws {
        let path = recordings.write(WAVFile(ramp, sampleRate: 8_000, channels: 2).bytes, as: "stereo.wav")
        let recording = try Recording(path: path)
        let facts = (recording.sampleRate, recording.channels, recording.duration)
        #expect(facts == (8_000, 2, .seconds(1)))
    }

    @Test("averages channels")
    func channels() throws {
        let stereo: [Int16] = ramp.prefix(1_000).flatMap { [$0, 0] }
        let path = recordings.write(WAVFile(stereo, channels: 2).bytes, as: "stereo.wav")
        let read = try Self.samples(of: path)
        #expect(zip(read, ramp).allSatisfy { abs(Int($0) - Int($1) / 2) <= 1 })
        #expect(read.count == 1_000)
    }

    @Test("converts any rate, keeping pitch and loudness", arguments: [8_000, 11_025, 22_050, 44_100, 48_000, 96_000])
    func rates(rate: Int) throws {
        // One second of 440 Hz.
        let tone = (0..<rate).map { Int16((sin(Double($0) * 880 * .pi / Double(rate)) * 10_000).rounded()) }
        let path = recordings.write(WAVFile(tone, sampleRate: UInt32(rate)).bytes, as: "tone.wav")
        let read = try Self.samples(of: path)
        #expect(abs(read.count - 16_000) <= 1)
        let middle = read[1_000..<15_000]
        let crossings = zip(middle, middle.dropFirst()).count { $0 < 0 && $1 >= 0 }
        #expect(abs(crossings - 385) <= 1)
        #expect(abs(Int(middle.max()!) - 10_000) < 200)
    }

    @Test("reads FLAC and OGG like WAV", arguments: ["flac", "ogg"])
    func formats(format: String) throws {
        let original = "/usr/share/pocketsphinx/test/data/cards/001.wav"
        let path = recordings.folder.appending(path: "001.\(format)").path(percentEncoded: false)
        let sox = try Process.run(URL(filePath: "/usr/bin/sox"), arguments: [original, path])
        sox.waitUntilExit()
        let expected = try Self.samples(of: original)
        let read = try Self.samples(of: path)
        #expect(read.count == expected.count)
        if format == "flac" { #expect(read == expected) }
    }

    @Test("takes what is not a number for silence, and saturates beyond full scale")
    func floats() throws {
        let file = WAVFile(floats: [0.5, .nan, .infinity, -.infinity, 3, -3, 1, -1])
        let read = try Self.samples(of: recordings.write(file.bytes, as: "floats.wav"))
        #expect(read == [16_384, 0, 0, 0, .max, .min, .max, .min])
    }

    @Test("takes a header of a megabyte in its stride")
    func hugeHeader() throws {
        var file = WAVFile(ramp)
        file.commentBytes = 1 << 20
        let read = try Self.samples(of: recordings.write(file.bytes, as: "comment.wav"))
        #expect(read == ramp)
    }

    @Test(
        "reads what was written to a pipe, whose header cannot know its length", arguments: [0xFFFF_FFFF, 0x7FFF_F024])
    func unknownLength(promised: UInt32) throws {
        var file = WAVFile(ramp)
        file.promisedBytes = promised
        let read = try Self.samples(of: recordings.write(file.bytes, as: "piped.wav"))
        #expect(read == ramp)
    }

    @Test("reads a long recording piece by piece")
    func pieces() throws {
        let path = recordings.write(WAVFile(ramp).bytes, as: "ramp.wav")
        var recording = try Recording(path: path)
        var piece = [Int16](repeating: 0, count: 160)
        for start in stride(from: 0, to: ramp.count, by: piece.count) {
            var room = piece.mutableSpan
            let count = try recording.read(into: &room)
            #expect(piece[..<count] == ramp[start..<start + piece.count])
        }
        var room = piece.mutableSpan
        let end = try recording.read(into: &room)
        #expect(end == 0)
    }

    static func samples(of path: String) throws -> [Int16] {
        var recording = try Recording(path: path)
        var samples: [Int16] = []
        var piece = [Int16](repeating: 0, count: 1_000)
        while true {
            var room = piece.mutableSpan
            let count = try recording.read(into: &room)
            if count == 0 { return samples }
            samples += piece[..<count]
        }
    }
}
