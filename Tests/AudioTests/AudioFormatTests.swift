import Audio
import Testing

@Suite("AudioFormat")
struct AudioFormatTests {
    @Test("converts samples to time and back", arguments: [0, 1, 160, 16_000, 57_600_007])
    func conversions(samples: Int) {
        let duration = AudioFormat.duration(ofSamples: samples)
        #expect(AudioFormat.samples(in: duration) == samples)
        #expect(abs(AudioFormat.seconds(ofSamples: samples) - Double(samples) / 16_000) < 1e-9)
    }

    @Test("an utterance knows where it ends and how long it lasts")
    func utterance() {
        let utterance = Utterance(samples: [Int16](repeating: 0, count: 8_000), start: 100)
        #expect(utterance.end == 8_100)
        #expect(utterance.duration == .milliseconds(500))
    }
}
