import Accuracy
import Testing

@Suite("NoiseMixer")
struct NoiseMixerTests {
    /// Mean square of the loudest 2,048 samples.
    private func loudest(_ samples: some Collection<Double>) -> Double {
        let samples = Array(samples)
        return stride(from: 0, through: samples.count - 2_048, by: 2_048).map { start in
            samples[start..<start + 2_048].reduce(0) { $0 + $1 * $1 } / 2_048
        }.max() ?? 0
    }

    private let speech = (0..<16_000).map { Int16(($0 / 40 % 2 == 0 ? 3_000 : -3_000) * ($0 < 8_000 ? 1 : 0)) }
    private let noise = (0..<40_000).map { Int16(truncatingIfNeeded: ($0 &* 7_919) % 1_201 - 600) }

    @Test("puts the noise so many decibels below the speech", arguments: [0.0, 6, 12, 24])
    func snr(decibels: Double) {
        let mixed = NoiseMixer(noises: [noise], seed: 1).mix(into: speech, snr: decibels, clip: 4)
        #expect(mixed.count == speech.count)
        let added = zip(mixed, speech).map { Double($0) - Double($1) }
        // One decibel is a quarter in energy.
        let ratio = loudest(speech.map(Double.init)) / loudest(added)
        let expected = decibels == 0 ? 1 : [6: 3.981, 12: 15.85, 24: 251.2][decibels]!
        #expect(abs(ratio / expected - 1) < 0.02, "\(ratio) instead of \(expected)")
    }

    @Test("takes another piece of noise for another recording or seed, and the same one for the same")
    func seeds() {
        let mixer = NoiseMixer(noises: [noise], seed: 1)
        let first = mixer.mix(into: speech, snr: 6, clip: 1)
        #expect(first == NoiseMixer(noises: [noise], seed: 1).mix(into: speech, snr: 6, clip: 1))
        #expect(first != mixer.mix(into: speech, snr: 6, clip: 2))
        #expect(first != NoiseMixer(noises: [noise], seed: 2).mix(into: speech, snr: 6, clip: 1))
    }

    @Test("gives different noises of a list to different recordings")
    func lists() {
        let low = [Int16](repeating: 100, count: 20_000)
        let high = noise
        let mixer = NoiseMixer(noises: [low, high], seed: 1)
        let constant = (1...40).count { clip in
            let mixed = mixer.mix(into: speech, snr: 6, clip: clip)
            return Set(zip(mixed, speech).map { $0 - $1 }).count < 3
        }
        #expect((5...35).contains(constant))
    }

    @Test("repeats noise that is too short, makes room for loud sums, and leaves silence alone")
    func edges() {
        let short = NoiseMixer(noises: [Array(noise.prefix(700))], seed: 1)
        #expect(short.mix(into: speech, snr: 6, clip: 1) != speech)
        let loud = [Int16](repeating: 32_767, count: 5_000)
        let mixed = NoiseMixer(noises: [loud], seed: 1).mix(into: loud, snr: 0, clip: 1)
        #expect(mixed.allSatisfy { $0 > 32_000 })
        #expect(short.mix(into: [], snr: 6, clip: 1).isEmpty)
        let silence = [Int16](repeating: 0, count: 4_000)
        #expect(short.mix(into: silence, snr: 6, clip: 1) == silence)
        #expect(short.mix(into: [5], snr: 6, clip: 1).count == 1)
        #expect(NoiseMixer.isSilent(silence) && !NoiseMixer.isSilent(noise))
    }

    @Test("finds the noise in a recording that is mostly silent")
    func silentStretches() {
        var sparse = [Int16](repeating: 0, count: 400_000)
        for index in 399_000..<399_500 { sparse[index] = 900 }
        let mixed = NoiseMixer(noises: [sparse], seed: 1).mix(into: speech, snr: 6, clip: 3)
        #expect(mixed != speech)
    }
}
