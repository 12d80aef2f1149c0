/// Reads a JSGF 1.0 file by recursive descent. The nesting it follows is bounded by ``Grammar/Limits``.
///
/// The grammar of grammars is the W3C note "JSpeech Grammar Format" of June 2000. Of it only `import` is missing.
struct Parser {
    let source: SourceText
    private var lexer: Lexer
    /// The lexeme that comes next.
    private(set) var lookahead: Lexeme

    static func parse(_ source: SourceText) throws(GrammarError) -> SyntaxTree {
        guard source.bytes.count <= Grammar.Limits.bytes else {
            throw GrammarError(
                source.diagnostic(
                    .tooLarge, at: 0,
                    "the grammar is too large: \(source.bytes.count) bytes, and \(Grammar.Limits.bytes) are the most",
                    hint: "leave out what is never said; a decoder cannot search so many sentences"))
        }
        if let offset = source.offsetOfReplacementCharacter {
            throw GrammarError(
                source.diagnostic(
                    .encoding, at: offset, "this is not UTF-8",
                    hint: "save the file as UTF-8, for example: iconv -f EUC-KR -t UTF-8 old.gram > new.gram"))
        }
        let header = try Header(of: source)
        var parser = try Parser(source, from: header.end)
        return try parser.tree(locale: header.locale)
    }

    private init(_ source: SourceText, from offset: Int) throws(GrammarError) {
        self.source = source
        lexer = Lexer(source, from: offset)
        lookahead = try lexer.next()
    }

    // MARK: Statements

    private mutating func tree(locale: String?) throws(GrammarError) -> SyntaxTree {
        let isTyped = lookahead.documentation?.hasTag("typed") ?? false
        let name = try grammarName()
        try refuseImports()
        var rules: [RuleDefinition] = []
        var indexOfRule: [String: Int] = [:]
        while lookahead.kind != .end {
            let rule = try definition(in: name, isTyped: isTyped)
            if let earlier = indexOfRule.updateValue(rules.count, forKey: rule.name) {
                let line = source.position(at: rules[earlier].offset).line
                throw failure(
                    .duplicateRule, at: rule.offset, "<\(rule.name)> is defined twice, first in line \(line)",
                    hint: "rename one of the two, or join them with '|'")
            }
            rules.append(rule)
            try refuseImports()
        }
        return SyntaxTree(name: name, locale: locale, isTyped: isTyped, rules: rules, indexOfRule: indexOfRule)
    }

    private mutating func grammarName() throws(GrammarError) -> String {
        let hint = "after the header comes the name of the grammar: grammar lights;"
        guard case .word("grammar") = lookahead.kind else { throw unexpected("'grammar'", hint: hint) }
        try advance()
        guard case .word(let name) = lookahead.kind else { throw unexpected("the name of the grammar", hint: hint) }
        try advance()
        try expect(";", hint: hint)
        return name
    }

    private func refuseImports() throws(GrammarError) {
        guard case .word("import") = lookahead.kind else { return }
        throw failure(
            .importStatement, at: lookahead.range.lowerBound, "'import' is not supported: a grammar is one file",
            hint: "copy the rules you need into this file")
    }

    private mutating func definition(in grammar: String, isTyped: Bool) throws(GrammarError) -> RuleDefinition {
        let documentation = lookahead.documentation
        let start = lookahead.range.lowerBound
        let isPublic = lookahead.kind == .word("public")
        if isPublic { try advance() }
        guard case .rule(let name) = lookahead.kind else {
            throw unexpected(
                isPublic ? "a rule name such as <light>" : "a rule such as '<light> = ...;' or 'public <light> = ...;'",
                hint: "the name of a rule stands in angle brackets")
        }
        let offset = lookahead.range.lowerBound
        guard name != "NULL", name != "VOID" else {
            throw failure(
                .syntax, at: offset, "<\(name)> has its meaning from JSGF and cannot be defined",
                hint: "choose another name")
        }
        guard !name.contains(".") else {
            throw failure(
                .syntax, at: offset, "<\(name)> cannot be defined here: a name with a dot is that of another grammar",
                hint: "write a name without dots: <\(name.split(separator: ".").last ?? "name")>")
        }
        try advance()
        try expect("=", hint: "a rule looks like this: <color> = red | green;")
        let expansion = try alternatives(in: grammar, depth: 0)
        guard lookahead.kind == .symbol(";") else { throw unfinished(name) }
        let end = lookahead.range.upperBound
        try advance()
        return RuleDefinition(
            name: name, isPublic: isPublic, isTyped: isTyped || documentation?.hasTag("typed") == true,
            documentation: documentation?.text, expansion: expansion, offset: offset, range: start..<end)
    }

    /// The message for a rule after which no `;` stands: the commonest slip, so it is told apart from others.
    private func unfinished(_ name: String) -> GrammarError {
        let hint: String? =
            switch lookahead.kind {
            case .symbol("="), .end: "end the rule <\(name)> with ';'"
            case .symbol(")"), .symbol("]"): "no bracket is open here: remove this one or write the opening one"
            case .symbol("*"), .symbol("+"): "'*' and '+' stand after what they repeat, once, and before its tags"
            case .weight: "a weight stands at the beginning of an alternative: /2/ on | /1/ off"
            case .tag: "a tag stands after the words that it gives a meaning to; for none write <NULL> {...}"
            default: nil
            }
        return unexpected("';' at the end of <\(name)>", hint: hint)
    }

    // MARK: Lexemes

    mutating func advance() throws(GrammarError) {
        lookahead = try lexer.next()
    }

    mutating func expect(_ symbol: Character, hint: String?) throws(GrammarError) {
        guard lookahead.kind == .symbol(symbol) else { throw unexpected("'\(symbol)'", hint: hint) }
        try advance()
    }

    func unexpected(_ expected: String, hint: String?) -> GrammarError {
        let found = lookahead.kind == .end ? "end of the file" : source.quoted(lookahead.range)
        return failure(
            .syntax, at: lookahead.range.lowerBound, "unexpected \(found): expected \(expected)", hint: hint)
    }

    func failure(
        _ kind: GrammarDiagnostic.Kind, at offset: Int, _ message: String, hint: String?
    ) -> GrammarError {
        GrammarError(source.diagnostic(kind, at: offset, message, hint: hint))
    }
}

extension SourceText {
    /// Decoding puts U+FFFD where it found no UTF-8.
    fileprivate var offsetOfReplacementCharacter: Int? {
        bytes.indices.first { index in
            bytes[index] == 0xEF && index + 2 < bytes.count && bytes[index + 1] == 0xBF && bytes[index + 2] == 0xBD
        }
    }
}
