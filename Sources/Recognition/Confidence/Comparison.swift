public import PocketSphinxDecoder

/// A sentence that may have been said, as two recognisers see it.
public struct Comparison: Equatable, Sendable {
    public let text: String
    /// Of the primary recogniser, about its hypothesis.
    public let evidence: Evidence
    /// Whether the primary recogniser heard this too.
    public let isHypothesis: Bool
    /// Of the second one, about this sentence.
    public let standing: WordOpinion.Standing

    /// Whether both have heard it.
    public var isAgreed: Bool { isHypothesis && standing.margin > 0 }

    /// What may have been said: the hypothesis, and what the second recogniser heard if that is something else.
    ///
    /// - Returns: empty if the second one does not know the hypothesis.
    public static func candidates(
        hypothesis: String, _ evidence: Evidence, _ opinion: WordOpinion, meansTheSame: (String, String) -> Bool
    ) -> [Comparison] {
        guard let own = opinion.standing(of: hypothesis, meansTheSame: meansTheSame) else { return [] }
        let first = Comparison(text: hypothesis, evidence: evidence, isHypothesis: true, standing: own)
        guard own.margin < 0, let rival = own.rival,
            let other = opinion.standing(of: rival, meansTheSame: meansTheSame)
        else { return [first] }
        return [first, Comparison(text: rival, evidence: evidence, isHypothesis: false, standing: other)]
    }
}
