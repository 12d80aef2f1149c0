/// A few words that always mean the same.
public struct Phrase: Hashable, Sendable {
    /// As they are to be read by people; not empty.
    public let words: [String]
    /// Not empty.
    public let slots: [Slot]

    /// - Returns: `nil` without words or without slots.
    public init?(words: [String], slots: [Slot]) {
        guard !words.isEmpty, !slots.isEmpty else { return nil }
        self.words = words
        self.slots = slots
    }

    public var text: String { words.joined(separator: " ") }

    /// Whether `other` has the same words, compared as a grammar compares them.
    func hasWords(of other: [String]) -> Bool {
        words.flatMap(WordPieces.pieces(of:)) == other.flatMap(WordPieces.pieces(of:))
    }

    /// As a rule of a JSGF file, without the end of the line.
    ///
    /// - Parameter name: of the rule, without angle brackets.
    func rule(named name: String) -> String {
        "public <\(name)> = \(text) {\(slots.map(\.jsgf).joined(separator: " "))};"
    }
}

extension Slot {
    /// Reads `name=value` or `then`, as it stands in a tag.
    ///
    /// - Returns: `nil` for anything else.
    public init?(parsing text: some StringProtocol) {
        if text == Slot.then.name {
            self = .then
            return
        }
        guard let equals = text.firstIndex(of: "=") else { return nil }
        let name = text[..<equals]
        let value = text[text.index(after: equals)...]
        guard !name.isEmpty, name.allSatisfy(TagReader.isName), !value.isEmpty else { return nil }
        self.init(String(name), String(value))
    }

    /// Within a tag of a JSGF file.
    fileprivate var jsgf: String {
        if self == .then { return name }
        return "\(name)=" + value.map { "\\{};".contains($0) || $0.isWhitespace ? "\\\($0)" : "\($0)" }.joined()
    }
}
