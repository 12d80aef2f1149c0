/// The right-hand side of a rule, as the JSGF specification calls it.
indirect enum Expansion: Sendable {
    case token(Token)
    case reference(Reference)
    /// `<NULL>`: matched by saying nothing.
    case null
    /// `<VOID>`: matched by nothing that can be said.
    case void
    case sequence([Expansion])
    case alternatives([Alternative])
    case optional(Expansion)
    case zeroOrMore(Expansion)
    case oneOrMore(Expansion)
    case tagged(Expansion, [Slot])

    struct Token: Sendable {
        /// As written, without quotes and escapes; a quoted token may hold several words.
        let text: String
        let offset: Int
    }

    struct Reference: Sendable {
        /// Without angle brackets and grammar name.
        let rule: String
        let offset: Int
    }

    struct Alternative: Sendable {
        /// Relative likelihood, 0 or more; an alternative of weight 0 cannot be said.
        let weight: Double?
        let expansion: Expansion

        var canBeSaid: Bool { weight != 0 }
    }
}

/// One rule as it stands in the file.
struct RuleDefinition: Sendable {
    let name: String
    let isPublic: Bool
    /// Understood when typed, left out of what the decoder listens for.
    let isTyped: Bool
    /// The text of the documentation comment before the rule.
    let documentation: String?
    let expansion: Expansion
    /// Of the rule's name.
    let offset: Int
    /// From `public`, or else its name, to the `;` at its end, this included.
    let range: Range<Int>
}

/// A grammar file that was read, its rules not yet checked against each other.
struct SyntaxTree: Sendable {
    let name: String
    let locale: String?
    let isTyped: Bool
    /// In the order of the file; names are unique.
    let rules: [RuleDefinition]
    let indexOfRule: [String: Int]
}
