internal import CommandLanguage

#if canImport(Glibc)
    internal import Glibc
#endif

/// Mixes noise into speech at a stated distance, as Picovoice's speech-to-intent benchmark does: the loudest frame of
/// the speech is so many decibels above the loudest frame of the piece of noise that lies under it.
public struct NoiseMixer: Sendable {
    private let noises: [[Int16]]
    private let seed: UInt64

    /// In samples.
    static let frameLength = 2_048

    /// - Parameters:
    ///   - noises: 16 kHz mono, none empty or silent; each recording gets one of them, by chance.
    ///   - seed: the same seed gives the same noise under the same recording, whatever else is heard.
    public init(noises: [[Int16]], seed: UInt64) {
        precondition(!noises.isEmpty && noises.allSatisfy { !Self.isSilent($0) }, "noise that can be heard is needed")
        self.noises = noises
        self.seed = seed
    }

    /// Whether it cannot be scaled to any level.
    public static func isSilent(_ samples: [Int16]) -> Bool { samples.allSatisfy { $0 == 0 } }

    /// - Parameters:
    ///   - speech: 16 kHz mono.
    ///   - snr: decibels between the two.
    ///   - clip: its line in the manifest, which chooses noise and place.
    /// - Returns: as many samples; quieter as a whole where the sum would be clipped. Silence stays as it is.
    public func mix(into speech: [Int16], snr: Double, clip: Int) -> [Int16] {
        guard !speech.isEmpty else { return speech }
        var random = SplitMix64(state: seed &+ UInt64(bitPattern: Int64(clip)) &* 0xD1B5_4A32_D192_ED03)
        let noise = noises[Int.random(in: 0..<noises.count, using: &random)]
        var piece = Self.piece(of: noise, from: Self.start(noise, speech.count, &random), count: speech.count)
        // A noise with silent stretches may have one just here.
        if Self.loudestFrame(piece) == 0 { piece = Self.piece(of: noise, from: 0, count: speech.count) }
        if Self.loudestFrame(piece) == 0, let first = noise.firstIndex(where: { $0 != 0 }) {
            piece = Self.piece(of: noise, from: first, count: speech.count)
        }
        let scale = (Self.loudestFrame(speech) / max(Self.loudestFrame(piece), 1e-9)).squareRoot() * Self.gain(-snr)
        let sum = zip(speech, piece).map { Double($0) + scale * Double($1) }
        let peak = sum.reduce(0) { max($0, $1.magnitude) }
        let headroom = peak > 32_767 ? 32_767 / peak : 1
        return sum.map { Int16(($0 * headroom).rounded()) }
    }

    /// Noise that is shorter than the speech is repeated.
    private static func piece(of noise: [Int16], from start: Int, count: Int) -> [Int16] {
        (0..<count).map { noise[(start + $0) % noise.count] }
    }

    private static func start(_ noise: [Int16], _ count: Int, _ random: inout SplitMix64) -> Int {
        let room = noise.count > count ? noise.count - count : noise.count - 1
        return Int.random(in: 0...room, using: &random)
    }

    /// The mean square of the loudest frame; of all samples when there is not one whole frame.
    static func loudestFrame(_ samples: [Int16]) -> Double {
        let length = min(frameLength, samples.count)
        guard length > 0 else { return 0 }
        var loudest = 0.0
        for start in stride(from: 0, through: samples.count - length, by: length) {
            var sum = 0.0
            for index in start..<start + length { sum += Double(samples[index]) * Double(samples[index]) }
            loudest = max(loudest, sum / Double(length))
        }
        return loudest
    }

    /// The factor of `decibels`.
    private static func gain(_ decibels: Double) -> Double { pow(10, decibels / 20) }
}
