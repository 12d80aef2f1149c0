public import Wyoming

/// What the recogniser of single words takes an utterance for: a score for each word that it may have been.
public struct WordOpinion: Equatable, Sendable {
    /// Not empty; best first.
    public let words: [Word]

    public struct Word: Equatable, Sendable {
        public let text: String
        /// Above 0 when the sound is more like the word than like anything else; hardly ever above 1.
        public let score: Double

        public init(text: String, score: Double) {
            self.text = text
            self.score = score
        }
    }

    /// - Returns: `nil` without words.
    public init?(_ words: [Word]) {
        guard !words.isEmpty else { return nil }
        self.words = words.sorted { $0.score > $1.score }
    }

    /// - Returns: `nil` for a transcript of an engine that does not tell what else it may have been.
    public init?(_ transcript: Transcript) {
        self.init(transcript.alternatives.map { Word(text: $0.text, score: $0.score) })
    }

    /// How a sentence compares with what else may have been said.
    ///
    /// - Parameters:
    ///   - meansTheSame: words for the same are no rivals; the best of them counts.
    /// - Returns: `nil` if no word of the opinion means the sentence.
    public func standing(of sentence: String, meansTheSame: (String, String) -> Bool) -> Standing? {
        guard let own = words.first(where: { $0.text == sentence || meansTheSame($0.text, sentence) }) else {
            return nil
        }
        let rival = words.first { $0.text != own.text && !meansTheSame($0.text, sentence) }
        return Standing(score: own.score, margin: own.score - (rival?.score ?? Self.lowest), rival: rival?.text)
    }

    /// What a word is taken to have that is not worth mentioning.
    private static let lowest = -0.5

    public struct Standing: Equatable, Sendable {
        public let score: Double
        /// To the best of the others: negative when another word is heard.
        public let margin: Double
        public let rival: String?
    }
}
