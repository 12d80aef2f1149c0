/// One sentence of a grammar, with its meaning.
public struct Sentence: Hashable, Sendable {
    /// As the grammar spells them.
    public let words: [String]
    public let slots: [Slot]

    public var text: String { words.joined(separator: " ") }
}
