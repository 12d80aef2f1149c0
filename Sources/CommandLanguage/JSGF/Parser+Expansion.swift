extension Parser {
    /// Alternatives bind weakest, then sequences, then `*`, `+` and tags.
    mutating func alternatives(in grammar: String, depth: Int) throws(GrammarError) -> Expansion {
        var alternatives: [Expansion.Alternative] = []
        var unweighted: Int?
        repeat {
            if !alternatives.isEmpty { try advance() }
            let start = lookahead.range.lowerBound
            var weight: Double?
            if case .weight(let value) = lookahead.kind {
                weight = value
                try advance()
            } else if unweighted == nil {
                unweighted = start
            }
            alternatives.append(.init(weight: weight, expansion: try sequence(in: grammar, depth: depth)))
        } while lookahead.kind == .symbol("|")
        try checkWeights(of: alternatives, unweighted: unweighted)
        return alternatives.count == 1 && alternatives[0].canBeSaid
            ? alternatives[0].expansion : .alternatives(alternatives)
    }

    private func checkWeights(
        of alternatives: [Expansion.Alternative], unweighted: Int?
    ) throws(GrammarError) {
        guard alternatives.contains(where: { $0.weight != nil }) else { return }
        if let unweighted {
            throw failure(
                .syntax, at: unweighted, "this alternative has no weight, but another one has",
                hint: "give a weight to all alternatives between the same brackets, or to none")
        }
        if !alternatives.contains(where: \.canBeSaid) {
            throw failure(
                .syntax, at: lookahead.range.lowerBound, "all alternatives before this have weight 0: none can be said",
                hint: "give one of them a weight above 0")
        }
    }

    private mutating func sequence(in grammar: String, depth: Int) throws(GrammarError) -> Expansion {
        var items = [try repeatedItem(in: grammar, depth: depth)]
        while beginsItem { items.append(try repeatedItem(in: grammar, depth: depth)) }
        return items.count == 1 ? items[0] : .sequence(items)
    }

    private var beginsItem: Bool {
        switch lookahead.kind {
        case .word, .quoted, .rule, .symbol("("), .symbol("["): true
        default: false
        }
    }

    /// An item, at most one `*` or `+`, and any number of tags.
    private mutating func repeatedItem(in grammar: String, depth: Int) throws(GrammarError) -> Expansion {
        var expansion = try item(in: grammar, depth: depth)
        if lookahead.kind == .symbol("*") {
            try advance()
            expansion = .zeroOrMore(expansion)
        } else if lookahead.kind == .symbol("+") {
            try advance()
            expansion = .oneOrMore(expansion)
        }
        var slots: [Slot] = []
        while case .tag(let more) = lookahead.kind {
            slots += more
            try advance()
        }
        if lookahead.kind == .symbol("*") || lookahead.kind == .symbol("+") {
            throw failure(
                .syntax, at: lookahead.range.lowerBound,
                "unexpected \(source.quoted(lookahead.range)): only one '*' or '+' may follow, and before the tags",
                hint: "put brackets around what is repeated: (on {power=on})*")
        }
        return slots.isEmpty ? expansion : .tagged(expansion, slots)
    }

    private mutating func item(in grammar: String, depth: Int) throws(GrammarError) -> Expansion {
        let offset = lookahead.range.lowerBound
        switch lookahead.kind {
        case .word(let text):
            try advance()
            return .token(.init(text: text, offset: offset))
        case .quoted(let text):
            guard text.contains(where: { !$0.isWhitespace }) else {
                throw failure(.syntax, at: offset, "these quotes hold no word", hint: "write <NULL> for saying nothing")
            }
            try advance()
            return .token(.init(text: text, offset: offset))
        case .rule(let name):
            try advance()
            return try reference(to: name, at: offset, in: grammar)
        case .symbol("("):
            return try bracketed(closing: ")", in: grammar, depth: depth)
        case .symbol("["):
            return .optional(try bracketed(closing: "]", in: grammar, depth: depth))
        default:
            throw unexpected("a word, a <rule>, '(' or '['", hint: itemHint)
        }
    }

    private var itemHint: String? {
        switch lookahead.kind {
        case .tag: "a tag stands after the words that it gives a meaning to; for none write <NULL> {...}"
        case .symbol("*"), .symbol("+"): "'*' and '+' stand after what they repeat"
        case .weight: "a weight stands at the beginning of an alternative, once"
        case .symbol("|"), .symbol(";"), .symbol(")"), .symbol("]"): "write <NULL> for saying nothing"
        default: nil
        }
    }

    private mutating func bracketed(
        closing: Character, in grammar: String, depth: Int
    ) throws(GrammarError) -> Expansion {
        let opening = lookahead.range
        guard depth < Grammar.Limits.nesting else {
            throw failure(
                .tooLarge, at: opening.lowerBound, "brackets are nested more than \(Grammar.Limits.nesting) deep",
                hint: "give the inner part a rule of its own")
        }
        try advance()
        let inner = try alternatives(in: grammar, depth: depth + 1)
        guard lookahead.kind == .symbol(closing) else {
            let line = source.position(at: opening.lowerBound).line
            throw unexpected(
                "'\(closing)'", hint: "the bracket \(source.quoted(opening)) of line \(line) is not closed")
        }
        try advance()
        return inner
    }

    /// `<rule>`, `<grammar.rule>` or `<package.grammar.rule>`, as long as it is of this grammar.
    private func reference(to name: String, at offset: Int, in grammar: String) throws(GrammarError) -> Expansion {
        switch name {
        case "NULL": return .null
        case "VOID": return .void
        default: break
        }
        guard let dot = name.lastIndex(of: ".") else { return .reference(.init(rule: name, offset: offset)) }
        let qualifier = name[..<dot]
        guard qualifier == grammar || grammar.hasSuffix("." + qualifier) else {
            throw failure(
                .importStatement, at: offset, "<\(name)> is a rule of another grammar than \(grammar)",
                hint: "copy the rules you need into this file and write <\(name[name.index(after: dot)...])>")
        }
        return .reference(.init(rule: String(name[name.index(after: dot)...]), offset: offset))
    }
}
