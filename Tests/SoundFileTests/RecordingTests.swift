import Foundation
import SoundFile
import TerminalFixtures
import Testing

@Suite("A recording becomes 16 kHz mono")
struct RecordingTests: ~Copyable {
    private let folder = TemporaryFolder()

    @Test(
        "at any rate and with any number of channels: length, pitch and level stay",
        arguments: [
            8_000, 11_025, 16_000, 22_050, 44_100, 48_000, 96_000,
        ], [1, 2, 6])
    func rates(rate: Int, channels: Int) throws {
        let path = folder.path + "/tone.wav"
        try Sound(tone: Tone(), rate: rate, channels: channels).write(to: path)
        let recording = try Recording(path: path)
        let form = (recording.sampleRate, recording.channels, recording.duration)
        #expect(form == (rate, channels, .seconds(1)))
        let samples = try samples(of: path)
        // A rate that is no divisor may round by a sample.
        #expect(abs(samples.count - 16_000) <= 1)
        #expect(abs(Tone.amplitude(at: 440, in: samples) - 0.5) < 0.005)
    }

    @Test("from every encoding", arguments: Sound.Encoding.allCases)
    func encodings(encoding: Sound.Encoding) throws {
        let path = folder.path + "/tone"
        try Sound(tone: Tone(), rate: 48_000, channels: 2).write(to: path, as: encoding)
        let samples = try samples(of: path)
        #expect(abs(samples.count - 16_000) <= 1)
        // Vorbis is not exact, and eight bits are few.
        #expect(abs(Tone.amplitude(at: 440, in: samples) - 0.5) < 0.02)
    }

    @Test("unchanged when it is that already")
    func unchanged() throws {
        let path = folder.path + "/ramp.wav"
        let ramp = (-32_768...32_767).map { Int16($0) }
        try Sound(samples: ramp.map { Float($0) / 32_768 }).write(to: path)
        #expect(try samples(of: path) == ramp)
        #expect(try Recording.samples(of: path) == ramp)
    }

    @Test("the same in pieces of any size", arguments: [1, 159, 4_096, 100_000])
    func pieces(length: Int) throws {
        let path = folder.path + "/tone.wav"
        try Sound(tone: Tone(), rate: 44_100).write(to: path)
        #expect(try samples(of: path, pieceLength: length) == samples(of: path))
    }

    @Test("behind a header of a megabyte")
    func hugeHeader() throws {
        let path = folder.path + "/comment.wav"
        try Sound(tone: Tone(), rate: 16_000).write(to: path)
        let expected = try samples(of: path)
        var file = try WAVFile(contentsOf: path)
        let comment = Array("LIST".utf8) + [0, 0, 0x10, 0] + [UInt8](repeating: 0x20, count: 1 << 20)
        file.bytes.insert(contentsOf: comment, at: 36)
        try file.write(to: path)
        #expect(try samples(of: path) == expected)
    }

    @Test("tones above what 16 kHz can carry do not come back as others")
    func aliases() throws {
        let path = folder.path + "/high.wav"
        try Sound(tone: Tone(frequency: 12_000), rate: 48_000).write(to: path)
        let middle = try samples(of: path)[1_000..<15_000]
        #expect(middle.allSatisfy { abs($0) <= 4 }, "\(middle.max() ?? 0)")
    }

    @Test(
        "a telephone's sound is mirrored into the band that it lacks, and no other is",
        arguments: [8_000, 11_025, 44_100])
    func mirrored(rate: Int) throws {
        let path = folder.path + "/\(rate).wav"
        try Sound(tone: Tone(frequency: 3_000), rate: rate).write(to: path)
        let middle = try samples(of: path)[1_000..<15_000]
        // The mirror image of 3 kHz.
        var (real, imaginary) = (0.0, 0.0)
        for (index, sample) in middle.enumerated() {
            let phase = 2 * Double.pi * 5_000 * Double(index) / 16_000
            real += Double(sample) * cos(phase)
            imaginary += Double(sample) * sin(phase)
        }
        let amplitude = 2 * (real * real + imaginary * imaginary).squareRoot() / Double(middle.count)
        let loudest = Double(middle.map { abs(Int($0)) }.max() ?? 0)
        #expect(rate == 8_000 ? amplitude > 0.2 * loudest : amplitude < 0.01 * loudest, "\(amplitude) of \(loudest)")
    }

    @Test("channels are averaged: opposite ones cancel, a silent one halves")
    func channels() throws {
        let path = folder.path + "/two.wav"
        try Sound(channels: 2, samples: [0.5, -0.5, 0.5, 0, 0.25, 0.75]).write(to: path)
        #expect(try samples(of: path) == [0, 8_192, 16_384])
    }

    @Test("what is not a number is silence, and does not spread", arguments: [16_000, 48_000])
    func notANumber(rate: Int) throws {
        let path = folder.path + "/nan.wav"
        var sound = Sound(rate: rate, samples: [Float](repeating: 0, count: rate))
        sound.samples[rate / 2] = .nan
        sound.samples[rate / 2 + 1] = .infinity
        sound.samples[rate / 2 + 2] = -.infinity
        try sound.write(to: path, as: .wavFloat)
        let samples = try samples(of: path)
        #expect(samples.count == 16_000)
        #expect(samples.allSatisfy { $0 == 0 })
    }

    @Test("beyond full scale it saturates")
    func clipping() throws {
        let path = folder.path + "/loud.wav"
        try Sound(samples: [1, 1.5, 1e30, -1, -1.5, -1e30]).write(to: path, as: .wavFloat)
        #expect(try samples(of: path) == [32_767, 32_767, 32_767, -32_768, -32_768, -32_768])
    }

    @Test("of real speech all is read")
    func speech() throws {
        let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures/Utterances/all-on.rms.flac").path
        let recording = try Recording(path: path)
        let duration = recording.duration
        let seconds = try #require(duration) / .seconds(1)
        let count = try samples(of: path).count
        #expect(abs(Double(count) / 16_000 - seconds) < 0.001)
    }

    @Test("through a pipe too, where the length is not known", arguments: [0x7FFF_F000, 0x8000_0000, 0xFFFF_FFFF])
    func pipe(promise: Int) throws {
        let path = folder.path + "/tone.wav"
        try Sound(tone: Tone()).write(to: path)
        let whole = try samples(of: path)
        var file = try WAVFile(contentsOf: path)
        file.promise(promise)
        let pipe = FilledPipe(file.bytes)
        let piped = try samples(of: pipe.path)
        #expect(piped == whole)
        // And when what came out of such a pipe was kept.
        try file.write(to: path)
        #expect(try samples(of: path) == whole)
    }
}
