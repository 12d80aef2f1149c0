import Audio
import Testing

@Suite("SoundQuality")
struct SoundQualityTests {
    private func wave(from low: Int16, to high: Int16) -> [Int16] {
        (0..<16_000).map { $0 / 80 % 2 == 0 ? high : low }
    }

    @Test("calls a voice in the last bits too quiet")
    func quiet() {
        let whisper = wave(from: -40, to: 40)
        let voice = wave(from: -4_000, to: 4_000)
        let whispered = SoundQuality(of: whisper.span)
        let spoken = SoundQuality(of: voice.span)
        #expect(whispered.isTooQuiet && !whispered.isClipped)
        #expect(!spoken.isTooQuiet && !spoken.isClipped)
    }

    @Test("calls cut-off waves clipped, but not a single peak")
    func clipped() {
        let square = wave(from: .min, to: .max)
        var peak = wave(from: -100, to: 100)
        peak[8_000] = .max
        let shouted = SoundQuality(of: square.span)
        let clicked = SoundQuality(of: peak.span)
        #expect(shouted.isClipped && shouted.clipped == 1)
        #expect(!clicked.isClipped)
    }

    @Test("finds nothing in nothing")
    func empty() {
        let nothing: [Int16] = []
        let quality = SoundQuality(of: nothing.span)
        #expect(quality == SoundQuality(peak: Level.silence, clipped: 0))
    }
}
