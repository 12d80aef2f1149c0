internal import CommandLanguage

/// Between which values a share lies in 95 of 100 cases.
public struct Interval: Equatable, Sendable, Encodable {
    public let lower: Double
    public let upper: Double

    /// As `[lower, upper]`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        try container.encode(lower.rounded(toDecimals: 4))
        try container.encode(upper.rounded(toDecimals: 4))
    }

    static let resamples = 2_000

    /// The share of right recordings had other people of the same kind been recorded: a percentile bootstrap over
    /// speakers (Efron and Tibshirani, An Introduction to the Bootstrap, chapter 13), because several recordings of one
    /// person are not independent.
    ///
    /// - Parameters:
    ///   - speakers: one for each person.
    ///   - seed: the same seed gives the same interval.
    /// - Returns: `nil` for fewer than two people: of one alone nothing can be said.
    public init?(over speakers: [Share], seed: UInt64) {
        guard speakers.count > 1 else { return nil }
        var random = SplitMix64(state: seed)
        let shares = (0..<Self.resamples).map { _ in
            var (right, clips) = (0, 0)
            for _ in speakers {
                let speaker = speakers[Int.random(in: 0..<speakers.count, using: &random)]
                right += speaker.right
                clips += speaker.clips
            }
            return clips > 0 ? Double(right) / Double(clips) : 0
        }.sorted()
        lower = shares[Int(Double(Self.resamples - 1) * 0.025)]
        upper = shares[Int((Double(Self.resamples - 1) * 0.975).rounded(.up))]
    }
}
