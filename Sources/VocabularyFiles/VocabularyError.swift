public import CommandLanguage

/// The grammar, the dictionary or the acoustic model cannot be used.
public struct VocabularyError: Error, Equatable, CustomStringConvertible {
    public enum Kind: Sendable {
        /// A file or folder is not there or cannot be read.
        case missing
        /// It is there, but wrong; the description says where.
        case broken
        /// A language that can be typed but not heard.
        case typedOnly
    }

    public let kind: Kind
    public let description: String
    /// What to do about it.
    public let hint: String?

    /// The words that no dictionary has, each with its place in the grammar.
    public let words: [GrammarDiagnostic]

    package init(_ kind: Kind, _ description: String, hint: String? = nil, words: [GrammarDiagnostic] = []) {
        self.kind = kind
        self.description = description
        self.hint = hint
        self.words = words
    }
}

extension VocabularyError {
    /// The whole grammar is `@typed`.
    public static func typedOnly(_ grammar: Grammar) -> VocabularyError {
        VocabularyError(
            .typedOnly, "the grammar \(grammar.name) is for typing: none of its words can be heard",
            hint: "use `voiceled repl` or `send` for it, or a grammar with words that are not @typed")
    }

    /// - Parameter words: one diagnostic for each word that no dictionary has; not empty.
    static func missingWords(_ words: [GrammarDiagnostic]) -> VocabularyError {
        VocabularyError(
            .broken, words.map(\.description).joined(separator: "\n"), hint: words.first?.hint, words: words)
    }
}
