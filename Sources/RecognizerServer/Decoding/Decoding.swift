internal import PocketSphinxDecoder
internal import WordPrototypes

/// What an engine made of an utterance.
struct Decoding: Sendable {
    /// `nil` if nothing fits at all, and from an engine that has only words.
    var hypothesis: Hypothesis?
    /// The words that an engine compared with, best first.
    var words: [WordScore] = []
    /// A word with a lower score was not said.
    var leastScore = 0.0
    /// From when its thread turned to the utterance until it had decoded it.
    var time = Duration.zero

    var text: String {
        hypothesis?.text ?? words.first.flatMap { $0.score < leastScore ? nil : $0.text } ?? ""
    }
}
