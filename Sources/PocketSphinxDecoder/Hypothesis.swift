/// What the decoder takes an utterance for.
public struct Hypothesis: Equatable, Sendable {
    /// The words, separated by spaces, as the grammar writes them.
    public let text: String

    /// The same words with their times.
    public let words: [Word]

    /// Logarithm of the path's likelihood; only comparable within one utterance.
    public let score: Int

    public init(text: String, words: [Word], score: Int) {
        self.text = text
        self.words = words
        self.score = score
    }

    /// One word of a hypothesis.
    public struct Word: Equatable, Sendable {
        public let text: String

        /// Where it begins and ends, in seconds from the first sample given to the decoder, in steps of 0.01.
        public let start: Double
        public let end: Double

        /// Logarithm of the likelihood of its sound; negative, and the longer the word the smaller.
        public let score: Int

        public init(text: String, start: Double, end: Double, score: Int) {
            self.text = text
            self.start = start
            self.end = end
            self.score = score
        }
    }
}
