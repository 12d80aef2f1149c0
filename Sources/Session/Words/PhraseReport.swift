public import CommandLanguage

/// A phrase and what became of it, as an event.
public struct PhraseReport: Encodable, Sendable {
    public let phrase: String
    private let slots: SlotTable
    /// Of the wire.
    public let commands: [String]
    private let state: State
    /// Where it is kept.
    private let file: String

    public enum State: String, Encodable, Sendable {
        case added, replaced, removed
        /// It is there.
        case kept
        /// The vocabulary understood it before.
        case known
        /// It would do, and nothing was written.
        case checked
    }

    public init(_ phrase: Phrase, _ state: State, file: String) {
        self.phrase = phrase.text
        slots = SlotTable(phrase.slots)
        commands = (try? Meaning(of: phrase.slots).commands.map(\.wireText)) ?? []
        self.state = state
        self.file = file
    }
}
