public import PocketSphinxDecoder

/// How sure it is that a hypothesis was said, and how sure one has to be.
public struct Certainty: Equatable, Sendable {
    public let evidence: Evidence

    /// 0 to 1.
    public let probability: Double

    /// How careful the listener wants to be with sentences that do not ask for more or less themselves.
    public let caution: Caution

    let model: ConfidenceModel

    public init(_ evidence: Evidence, by model: ConfidenceModel, caution: Caution) {
        self.evidence = evidence
        self.model = model
        self.caution = caution
        probability = model.probability(of: evidence)
    }

    /// Whether the hypothesis is probable enough to be acted upon.
    public func suffices(for caution: Caution) -> Bool {
        probability >= model.thresholds[caution, default: 0]
    }

    /// Whether the runner-up is far enough away for one that means the opposite.
    public func excludesOpposite(for caution: Caution) -> Bool {
        evidence.runnerUp >= model.margins[caution, default: 0]
    }

    /// Whether, of all that speaks against the hypothesis, the runner-up is what weighs: with a hopeless runner-up it
    /// would be acted upon.
    public func isRunnerUpToBlame(for caution: Caution) -> Bool {
        let alone = Evidence(
            sentence: evidence.sentence, otherWords: evidence.otherWords, runnerUp: Evidence.limits.upperBound)
        return model.probability(of: alone) >= model.thresholds[caution, default: 0]
    }
}
