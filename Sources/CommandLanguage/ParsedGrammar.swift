/// One grammar file, or two that belong together, whose syntax is right; the rules are not yet checked against each other.
public struct ParsedGrammar: Sendable {
    let tree: SyntaxTree
    let source: SourceText

    /// - Parameters:
    ///   - text: as for ``Grammar/init(parsing:file:)``.
    ///   - file: the name that messages give to it.
    /// - Throws: ``GrammarError`` for the first slip of syntax.
    public init(parsing text: String, file: String) throws(GrammarError) {
        source = SourceText(text, file: file)
        tree = try Parser.parse(source)
    }

    private init(tree: SyntaxTree, source: SourceText) {
        self.tree = tree
        self.source = source
    }

    public var name: String { tree.name }
    /// The language named in the header, such as `en`.
    public var locale: String? { tree.locale }

    /// This grammar with the sentences of `phrases`, which count first where both have the same words.
    ///
    /// Name, language and whether all of it is `@typed` stay. `phrases` may name rules of this grammar, and may have no
    /// rule at all. Messages say in which of the two files something stands.
    ///
    /// - Parameter phrases: of one file.
    public func adding(_ phrases: ParsedGrammar) -> ParsedGrammar {
        ParsedGrammar(
            tree: tree.adding(phrases.tree, movedBy: source.bytes.count),
            source: SourceText(source, followedBy: phrases.source))
    }
}
