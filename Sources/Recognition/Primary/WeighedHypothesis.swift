internal import PocketSphinxDecoder

/// What the decoder made of an utterance.
struct WeighedHypothesis: Sendable {
    let hypothesis: Hypothesis
    /// `nil` if nobody asked for it.
    var certainty: Certainty?
}
