/// What the decoder listens for: JSGF without tags, comments and `@typed` rules, as PocketSphinx 0.8 reads it.
public struct DecoderGrammar: Hashable, Sendable {
    /// JSGF with one public rule and only the rules that it needs; words in lower case.
    public let jsgf: String

    /// For each word the place in the grammar file where it stands first, as a byte offset.
    let firstUse: [String: Int]

    /// - Parameter tree: checked.
    /// - Returns: `nil` if nothing can be said without `@typed` words.
    init?(of tree: SyntaxTree, recursiveRules: Set<Int>) {
        let speech = Derivation(.speech, in: tree)
        let roots = tree.rules.indices.filter { tree.rules[$0].isPublic && speech.holds(for: $0) }
        guard !roots.isEmpty else { return nil }

        var writer = DecoderGrammarWriter(tree: tree, recursiveRules: recursiveRules, canBeSaid: speech)
        var lines = ["#JSGF V1.0;", "grammar \(writer.grammarName);"]
        if roots.count == 1 {
            lines.append(writer.definition(of: roots[0], isPublic: true))
        } else {
            lines.append(
                "public <\(writer.topRule)> = \(roots.map { writer.reference(to: $0) }.joined(separator: " | "));")
        }
        while let rule = writer.nextRule() { lines.append(writer.definition(of: rule, isPublic: false)) }
        guard !writer.firstUse.isEmpty else { return nil }
        jsgf = lines.joined(separator: "\n") + "\n"
        firstUse = writer.firstUse
    }

    /// The reader of PocketSphinx ends a word at these and cannot be told otherwise: it keeps quotes as part of a word
    /// and knows no escapes.
    static func canBeSpoken(_ character: Character) -> Bool {
        !";=|*+<>()[]{}/\"\\".contains(character)
    }
}
