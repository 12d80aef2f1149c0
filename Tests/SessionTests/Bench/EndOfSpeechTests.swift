import Testing

@testable import Session

@Suite("EndOfSpeech")
struct EndOfSpeechTests {
    /// A tone at 16 kHz whose peaks lie so many decibels below full scale.
    private static func tone(milliseconds: Int, halvings: Int) -> [Int16] {
        // A square wave: its level is exact without a sine.
        (0..<milliseconds * 16).map {
            ($0 / 16).isMultiple(of: 2) ? Int16(16_384 >> halvings) : -Int16(16_384 >> halvings)
        }
    }

    private static func silence(milliseconds: Int) -> [Int16] { [Int16](repeating: 0, count: milliseconds * 16) }

    /// Noise of a generator of its own, the same in every run; its peaks are `amplitude`.
    private static func noise(milliseconds: Int, amplitude: Int) -> [Int16] {
        var state: UInt32 = 1
        return (0..<milliseconds * 16).map { _ in
            state = state &* 1_664_525 &+ 1_013_904_223
            return Int16(Int(state >> 16) % (2 * amplitude + 1) - amplitude)
        }
    }

    @Test("is where a word goes over into silence, whatever follows it")
    func plain() {
        let word = Self.silence(milliseconds: 200) + Self.tone(milliseconds: 300, halvings: 0)
        for rest in [0, 5, 400, 2_000] {
            #expect(EndOfSpeech.position(in: word + Self.silence(milliseconds: rest)) == 500 * 16)
        }
    }

    @Test("counts a soft sound at the end of a word, 30 dB below its loudest, and not one 42 dB below")
    func softEnd() {
        let word = Self.silence(milliseconds: 100) + Self.tone(milliseconds: 200, halvings: 0)
        let soft = Self.tone(milliseconds: 80, halvings: 5)
        let tooSoft = Self.tone(milliseconds: 80, halvings: 7)
        #expect(EndOfSpeech.position(in: word + soft + Self.silence(milliseconds: 300)) == 380 * 16)
        #expect(EndOfSpeech.position(in: word + tooSoft + Self.silence(milliseconds: 300)) == 300 * 16)
    }

    @Test("takes the noise of the room for no word")
    func noise() throws {
        let room = Self.noise(milliseconds: 1_000, amplitude: 600)
        var samples = room
        for (index, sample) in Self.tone(milliseconds: 300, halvings: 0).enumerated() {
            samples[200 * 16 + index] = sample
        }
        #expect(EndOfSpeech.position(in: samples) == 500 * 16)
    }

    @Test("is unknown in silence, in noise alone, and where there is nothing")
    func unknown() {
        #expect(EndOfSpeech.position(in: []) == nil)
        #expect(EndOfSpeech.position(in: Self.silence(milliseconds: 500)) == nil)
        #expect(EndOfSpeech.position(in: Self.noise(milliseconds: 500, amplitude: 3_000)) == nil)
    }
}
