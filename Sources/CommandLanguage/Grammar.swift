/// A grammar that was read, checked and compiled: what can be said, and what it means.
///
/// One JSGF file drives the decoder's search (``decoderGrammar``), the meaning of recognised and typed words
/// (``interpret(_:)``), completion (``next(after:from:)``) and the list of examples (``examples(limit:seed:from:)``).
/// A value; all of it may be used from any thread.
public struct Grammar: Sendable {
    public let name: String
    /// The language named in the header, such as `en`.
    public let locale: String?
    /// In the order of the file.
    public let rules: [Rule]
    /// What works, though perhaps not as its author meant.
    public let warnings: [GrammarDiagnostic]
    /// What the decoder listens for; `nil` when the whole grammar is `@typed`.
    public let decoderGrammar: DecoderGrammar?

    let source: SourceText
    let automaton: Automaton
    /// Where the first public rule stands, as a byte offset.
    let publicRuleOffset: Int

    /// Reads a grammar.
    ///
    /// - Parameters:
    ///   - text: JSGF 1.0 without imports. A rule whose documentation comment has the tag `@typed` is understood, but
    ///     the decoder does not listen for it; before `grammar name;` the tag holds for all rules.
    ///   - file: the name that messages give to it.
    /// - Throws: ``GrammarError`` with everything that is wrong; after a slip of syntax that is one thing only.
    public init(parsing text: String, file: String) throws(GrammarError) {
        try self.init(ParsedGrammar(parsing: text, file: file))
    }

    /// Checks and compiles a grammar whose syntax is right.
    ///
    /// - Throws: ``GrammarError`` with everything that is wrong.
    public init(_ parsed: ParsedGrammar) throws(GrammarError) {
        let tree = parsed.tree
        let source = parsed.source
        let check = GrammarCheck(tree, source)
        guard !check.found.hasErrors else { throw GrammarError(check.found.sorted) }
        self.source = source
        automaton = try AutomatonBuilder.build(tree, recursiveRules: check.recursiveRules, source)
        decoderGrammar = DecoderGrammar(of: tree, recursiveRules: check.recursiveRules)
        publicRuleOffset = tree.rules.filter(\.isPublic).map(\.offset).min() ?? 0
        warnings = check.found.sorted
        name = tree.name
        locale = tree.locale
        rules = tree.rules.map { rule in
            Rule(
                name: rule.name, isPublic: rule.isPublic, isTyped: rule.isTyped, documentation: rule.documentation)
        }
    }

    /// The words the decoder must know, in lower case; empty when the whole grammar is `@typed`.
    public var vocabulary: Set<String> { decoderGrammar.map { Set($0.firstUse.keys) } ?? [] }

    public struct Rule: Hashable, Sendable {
        /// Without angle brackets.
        public let name: String
        public let isPublic: Bool
        /// Understood when typed; the decoder does not listen for it.
        public let isTyped: Bool
        /// The prose of the `/** ... */` comment before the rule.
        public let documentation: String?
    }

    /// Bounds that keep any file, hostile ones too, from taking the program's time or memory.
    public enum Limits {
        /// Of a grammar file.
        public static let bytes = 1 << 20
        /// Brackets within brackets.
        public static let nesting = 64
        /// Rules and brackets within each other, once rules stand in the place of their names.
        public static let depth = 256
        /// States of the automaton, once rules stand in the place of their names.
        public static let states = 50_000
        /// Words of one utterance that are looked at.
        public static let words = 128
    }
}
