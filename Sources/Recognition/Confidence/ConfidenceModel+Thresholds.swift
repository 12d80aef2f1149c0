internal import Glibc

extension ConfidenceModel {
    /// The same figures with other thresholds.
    public func replacing(_ thresholds: [Caution: Double]) -> ConfidenceModel {
        var model = self
        model.thresholds = thresholds
        return model
    }

    /// The thresholds with `normal` moved, and the other two moved with it: each keeps its distance from `normal` as a
    /// logarithm of the odds.
    ///
    /// - Parameter normal: from 0 to 1, both excluded.
    /// - Returns: rounded to four decimals.
    public func thresholds(movingNormalTo normal: Double) -> [Caution: Double] {
        func odds(_ probability: Double) -> Double { log(probability / (1 - probability)) }
        let shift = odds(normal) - odds(thresholds[.normal, default: 0.5])
        return thresholds.mapValues { value in
            // At the ends of the scale there are no odds, and nothing to be moved.
            guard value > 0, value < 1 else { return value }
            return (1 / (1 + exp(-(odds(value) + shift))) * 10_000).rounded() / 10_000
        }.merging([.normal: normal]) { $1 }
    }
}
