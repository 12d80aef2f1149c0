public import PocketSphinxDecoder

/// How sure it is that a hypothesis was said, and how sure one has to be.
public struct Certainty: Equatable, Sendable {
    public let evidence: Evidence

    /// 0 to 1.
    public let probability: Double

    /// How careful the listener wants to be with sentences that do not ask for more or less themselves.
    public let caution: Caution

    /// What a second recogniser made of it; `nil` if none was asked.
    public let comparison: Comparison?

    let model: ConfidenceModel
    private let thresholds: [Caution: Double]

    public init(_ evidence: Evidence, by model: ConfidenceModel, caution: Caution) {
        self.evidence = evidence
        self.model = model
        self.caution = caution
        comparison = nil
        probability = model.probability(of: evidence)
        thresholds = model.thresholds
    }

    private init(_ first: Certainty, _ comparison: Comparison, probability: Double, thresholds: [Caution: Double]) {
        evidence = first.evidence
        caution = first.caution
        model = first.model
        self.comparison = comparison
        self.probability = probability
        self.thresholds = thresholds
    }

    /// After a second recogniser has been asked: the probability and the thresholds are those of both from now on. Where
    /// the first one's thresholds were moved by a calibration, these are as far.
    public func comparing(_ comparison: Comparison, by other: ComparisonModel) -> Certainty {
        Certainty(
            self, comparison, probability: model.fits(evidence) ? other.probability(of: comparison) : 0,
            thresholds: model.moving(other.thresholds))
    }

    /// Whether the hypothesis is probable enough to be acted upon; ``Caution/strict`` wants a second recogniser that was
    /// asked to agree.
    public func suffices(for caution: Caution) -> Bool {
        if caution == .strict, let comparison, !comparison.isAgreed { return false }
        return probability >= thresholds[caution, default: 0]
    }

    /// Whether the runner-up is far enough away for one that means the opposite. Where a second recogniser was asked, its
    /// distance is in the probability.
    public func excludesOpposite(for caution: Caution) -> Bool {
        comparison != nil || evidence.runnerUp >= model.margins[caution, default: 0]
    }

    /// What else it may have been.
    public var rival: String? { comparison.map(\.standing.rival) ?? evidence.runnerUpText }

    /// Whether, of all that speaks against the hypothesis, the runner-up is what weighs: with a hopeless runner-up it
    /// would be acted upon.
    public func isRunnerUpToBlame(for caution: Caution) -> Bool {
        if let comparison { return !comparison.isAgreed }
        let alone = Evidence(
            sentence: evidence.sentence, otherWords: evidence.otherWords, runnerUp: Evidence.limits.upperBound,
            words: evidence.words)
        return model.probability(of: alone) >= model.thresholds[caution, default: 0]
    }

    /// The same, were every probability enough; the distance to an opposite still counts.
    public var ignoringThresholds: Certainty {
        guard let comparison else { return Certainty(evidence, by: model.replacing([:]), caution: caution) }
        return Certainty(self, comparison, probability: probability, thresholds: [:])
    }
}
