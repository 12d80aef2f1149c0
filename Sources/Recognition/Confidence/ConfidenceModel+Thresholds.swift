internal import Glibc

extension ConfidenceModel {
    /// The same figures with thresholds that were fitted to a vocabulary. A comparison with a second recogniser has its own
    /// for it: that hears a word alike among few sentences and among many.
    public func fitted(with thresholds: [Caution: Double]) -> ConfidenceModel {
        var model = replacing(thresholds)
        model.fittedThresholds = thresholds
        return model
    }

    /// The same figures with other thresholds, for a room or a voice.
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
        let shift = Self.odds(normal) - Self.odds(thresholds[.normal, default: 0.5])
        return thresholds.mapValues { (Self.moved($0, by: shift) * 10_000).rounded() / 10_000 }
            .merging([.normal: normal]) { $1 }
    }

    /// Thresholds of another model, moved as far as these have been moved from where they were fitted.
    func moving(_ others: [Caution: Double]) -> [Caution: Double] {
        var moved = others
        for (caution, fitted) in fittedThresholds {
            // At the ends of the scale there are no odds, and nothing to be moved.
            guard let threshold = thresholds[caution], let other = others[caution], (0.001...0.999).contains(threshold),
                (0.001...0.999).contains(fitted)
            else { continue }
            moved[caution] = Self.moved(other, by: Self.odds(threshold) - Self.odds(fitted))
        }
        return moved
    }

    private static func odds(_ probability: Double) -> Double { log(probability / (1 - probability)) }

    private static func moved(_ value: Double, by shift: Double) -> Double {
        guard value > 0, value < 1 else { return value }
        return 1 / (1 + exp(-(odds(value) + shift)))
    }
}
