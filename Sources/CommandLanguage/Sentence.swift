/// One sentence of a grammar, with its meaning.
public struct Sentence: Hashable, Sendable {
    /// As the grammar spells them.
    public let words: [String]
    public let slots: [Slot]

    public init(words: [String], slots: [Slot]) {
        self.words = words
        self.slots = slots
    }

    public var text: String { words.joined(separator: " ") }
}
