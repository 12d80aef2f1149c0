/// One thing that is wrong with a grammar, or that its author may not have meant, and where it stands.
public struct GrammarDiagnostic: Hashable, Sendable {
    public enum Severity: Hashable, Sendable {
        /// The grammar cannot be used.
        case error
        /// The grammar works, though perhaps not as meant.
        case warning
    }

    /// What callers may branch on. Everything else is for people to read.
    public enum Kind: Hashable, Sendable {
        /// The first line is not a JSGF 1.0 header.
        case header
        /// Bytes that are not UTF-8.
        case encoding
        case syntax
        case tag
        /// `import`, which this program does not do.
        case importStatement
        /// A limit on size or nesting is passed.
        case tooLarge
        case duplicateRule
        case undefinedRule
        case leftRecursion
        /// Recursion at another place than the end of a rule.
        case innerRecursion
        /// Recursion without a way out.
        case endlessRule
        case noPublicRule
        /// No sentence belongs to the grammar.
        case nothingToSay
        /// A word that the decoder's grammar reader cannot take, or that is no word.
        case unspeakableWord
        /// A word without pronunciation.
        case missingWord
        /// Silence belongs to the grammar.
        case emptySentence
        case unusedRule
        case unreachableRule
        /// A rule that no words can satisfy, or that has none.
        case emptyRule
        /// One sentence with two meanings.
        case ambiguousSentence

        public var severity: Severity {
            switch self {
            case .emptySentence, .unusedRule, .unreachableRule, .emptyRule, .ambiguousSentence: .warning
            default: .error
            }
        }
    }

    public let kind: Kind
    /// What is wrong, with the offending text.
    public let message: String
    public let file: String
    /// Counted from 1.
    public let line: Int
    /// Counted from 1, in characters.
    public let column: Int
    /// What to do about it.
    public let hint: String?

    public var severity: Severity { kind.severity }
}

extension GrammarDiagnostic: CustomStringConvertible {
    /// One line, `file:line:column: message`, as editors and compilers write it; without the hint.
    public var description: String {
        "\(file):\(line):\(column): \(severity == .warning ? "warning: " : "")\(message)"
    }
}
