/// How one word of a phrase sounds, and who says so.
public struct WordPronunciation: Equatable, Sendable {
    /// In lower case.
    public let word: String
    /// Phones of the CMU dictionary without stress; the usual pronunciation first, never empty.
    public let pronunciations: [[String]]
    public let source: Source

    public enum Source: String, Sendable {
        /// The dictionary of the vocabulary.
        case vocabulary
        /// The dictionary beside the user's phrases.
        case own
        /// The large dictionary of Debian.
        case large
        /// eSpeak NG, from the spelling.
        case proposed
        /// The user, just now.
        case said
    }

    public init(word: String, pronunciations: [[String]], source: Source) {
        self.word = word
        self.pronunciations = pronunciations
        self.source = source
    }
}
