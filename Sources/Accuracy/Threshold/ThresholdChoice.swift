/// The threshold for so many false accepts an hour, chosen from what was heard of the commands and of the room.
///
/// Little sound shows little, so the two directions differ. A threshold above the built-in one may be chosen because of
/// what was counted. One below it must be shown to be safe by the upper bound of the count: the built-in one
/// rests on more speech than anybody records at home, and silence in the room for a minute does not speak against it.
/// Among those that keep the most commands, a wrong one taken off for each that is taken for another, the one nearest to
/// the built-in is taken: to have a word heard once more is not worth hearing another one as something else.
public struct ThresholdChoice: Equatable, Sendable {
    /// From 0 to 1.
    public let threshold: Double
    public let point: Tradeoff.Point
    /// The most false accepts an hour that the count allows for.
    public let mostPerHour: Double

    /// - Parameters:
    ///   - hours: how long the room was listened to.
    ///   - limit: false accepts an hour.
    ///   - builtIn: from 0 to 1.
    /// - Returns: `nil` if every threshold that keeps a command lets too much else through.
    public init?(_ tradeoff: Tradeoff, hours: Double, atMostPerHour limit: Double, builtIn: Double) {
        guard hours > 0 else { return nil }
        let candidates = Self.thresholds(tradeoff, around: builtIn).filter { candidate in
            let point = tradeoff.point(at: candidate)
            guard point.right > 0 else { return false }
            return candidate >= builtIn
                ? Double(point.falseAccepts) / hours <= limit
                : RateBound.most(given: point.falseAccepts) / hours <= limit
        }
        func rank(_ threshold: Double) -> (Double, Double, Double) {
            let point = tradeoff.point(at: threshold)
            // Rounded, so that shares that are equal compare so.
            let gain = ((point.right - point.wrong) * 1e9).rounded()
            return (gain, -point.wrong, -abs(threshold - builtIn))
        }
        guard let best = candidates.max(by: { rank($0) < rank($1) }) else { return nil }
        threshold = best
        point = tradeoff.point(at: best)
        mostPerHour = RateBound.most(given: point.falseAccepts) / hours
    }

    /// One threshold for every way of dividing what was heard, halfway between its neighbours so that neither is close;
    /// and the built-in one for its own.
    private static func thresholds(_ tradeoff: Tradeoff, around builtIn: Double) -> [Double] {
        let heard = tradeoff.points.map(\.threshold).filter { $0 <= 1 }.sorted()
        let edges = [0] + heard + [1]
        let between = zip(edges, edges.dropFirst()).compactMap { lower, upper -> Double? in
            guard upper > lower, !(lower < builtIn && builtIn <= upper) else { return nil }
            let middle = (lower + upper) / 2
            let rounded = (middle * 10_000).rounded() / 10_000
            return rounded > lower && rounded <= upper ? rounded : middle
        }
        return between + [builtIn]
    }
}
