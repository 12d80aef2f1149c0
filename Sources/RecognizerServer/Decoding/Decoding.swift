internal import PocketSphinxDecoder

/// What a decoder made of an utterance.
struct Decoding: Sendable {
    /// `nil` if nothing fits at all.
    var hypothesis: Hypothesis?
    /// From when its thread turned to the utterance until it had decoded it.
    var time = Duration.zero
}
