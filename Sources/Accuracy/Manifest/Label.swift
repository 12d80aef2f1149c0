public import CommandLanguage

/// What a recording of a ``Manifest`` says, as a grammar understands it.
///
/// Two sentences that do the same are the same label: whoever says "light two on" is heard rightly with "turn the second
/// light on". Sentences of a grammar without tags mean nothing, so there the words count.
public struct Label: Hashable, Sendable {
    /// As it stands in the manifest.
    public let text: String
    private let form: Form
    private let isSlots: Bool

    private enum Form: Hashable {
        case effect(Effect)
        /// All slots, in any order: slots that are written in alphabetical order do not tell which of them belong
        /// together.
        case slots([String])
        case words([String])
    }

    /// - Parameter text: a sentence of the grammar, or its slots `k=v k=v`.
    /// - Returns: `nil` if the grammar cannot mean it: no such sentence, or a slot that no tag gives.
    public init?(_ text: String, in grammar: Grammar) {
        self.text = text
        if case .understood(let slots) = grammar.interpret(line: text) {
            form = slots.isEmpty ? .words(Self.words(text)) : .effect(Effect(slots))
            isSlots = false
            return
        }
        let tokens = text.split(whereSeparator: \.isWhitespace).map(String.init)
        let known = Dictionary(grammar.slots.map { ($0.description, $0) }) { first, _ in first }
        let slots = tokens.compactMap { known[$0] }
        guard !tokens.isEmpty, slots.count == tokens.count else { return nil }
        let isOneCommand = Set(slots.map(\.name)).count == slots.count && !slots.contains(.then)
        form = isOneCommand ? .effect(Effect(slots)) : .slots(tokens.sorted())
        isSlots = true
    }

    /// Whether a sentence with these words and this meaning is what the label says.
    public func isMeant(by text: String, slots: [Slot]) -> Bool {
        switch form {
        case .effect(let effect): effect == Effect(slots)
        case .slots(let expected): expected == slots.map(\.description).sorted()
        case .words(let words): words == Self.words(text)
        }
    }

    /// What was heard, written as this label is: as slots or as words.
    public func describe(_ text: String, slots: [Slot]) -> String {
        isSlots ? slots.map(\.description).sorted().joined(separator: " ") : text
    }

    private static func words(_ text: String) -> [String] {
        Grammar.words(of: text.lowercased())
    }
}
