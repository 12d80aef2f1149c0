/// What a line of words means to a grammar.
public enum Interpretation: Hashable, Sendable {
    /// A sentence; its slots in the order of the words.
    case understood([Slot])
    /// No sentence goes on with the word at `index`. `expected` could have stood there, sorted; it is empty if the
    /// sentence had to end, or if it is longer than ``Grammar/Limits/words``.
    case stuck(at: Int, expected: [String])
    /// The beginning of a sentence; it could go on with `expected`, sorted.
    case incomplete(expected: [String])
}

/// What may follow the beginning of a sentence.
public struct NextWords: Hashable, Sendable {
    /// As the grammar spells them; sorted, each once.
    public let words: [String]
    /// Whether the sentence may end here.
    public let mayEnd: Bool

    public init(words: [String], mayEnd: Bool) {
        self.words = words
        self.mayEnd = mayEnd
    }
}

/// By which way words come in; a grammar may understand more of what is typed than of what is spoken.
public enum InputWay: Hashable, Sendable {
    case speech
    case text
}
