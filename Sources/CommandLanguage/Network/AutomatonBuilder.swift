/// Unfolds rules into an automaton, from the end of the sentences to their beginning.
///
/// What follows is known first, so each expansion is built *before* a state. That makes recursion at the end of a rule
/// a loop (the same rule before the same state is there already), and lets equal ends of sentences share their states.
struct AutomatonBuilder {
    private let tree: SyntaxTree
    private let source: SourceText
    private let recursiveRules: Set<Int>
    private var automaton = Automaton()
    private var labelIndex: [String: Int32] = [:]
    private var built: [Instance: Int32?] = [:]
    private var depth = 0
    private var visits = 0
    /// The rule being unfolded, for messages.
    private var currentRule = 0

    private struct Instance: Hashable {
        let rule: Int
        let next: Int32
        let isTyped: Bool
    }

    /// - Parameter tree: checked: all rules are defined, and recursion stands at the end.
    static func build(
        _ tree: SyntaxTree, recursiveRules: Set<Int>, _ source: SourceText
    ) throws(GrammarError) -> Automaton {
        var builder = AutomatonBuilder(tree: tree, source: source, recursiveRules: recursiveRules)
        return try builder.build()
    }

    private init(tree: SyntaxTree, source: SourceText, recursiveRules: Set<Int>) {
        self.tree = tree
        self.source = source
        self.recursiveRules = recursiveRules
    }

    private mutating func build() throws(GrammarError) -> Automaton {
        let accept = try add(.accept)
        var starts: [Int32] = []
        for rule in tree.rules.indices where tree.rules[rule].isPublic {
            if let start = try unfold(rule, before: accept, isTyped: false) { starts.append(start) }
        }
        automaton.start = starts.count == 1 ? starts[0] : try add(.fork(starts, isOptional: false))
        return automaton
    }

    /// - Returns: the state from which the expansion leads to `next`; `nil` if nothing can be said for it.
    private mutating func unfold(
        _ expansion: Expansion, before next: Int32, isTyped: Bool
    ) throws(GrammarError) -> Int32? {
        visits += 1
        guard visits <= Grammar.Limits.states * 20 else { throw tooLarge() }
        depth += 1
        defer { depth -= 1 }
        guard depth <= Grammar.Limits.depth else { throw tooDeep() }
        switch expansion {
        case .null: return next
        case .void: return nil
        case .token(let token): return try word(token, before: next, isTyped: isTyped)
        case .reference(let reference):
            return try unfold(tree.indexOfRule[reference.rule]!, before: next, isTyped: isTyped)
        case .sequence(let items):
            var next = next
            for item in items.reversed() {
                guard let start = try unfold(item, before: next, isTyped: isTyped) else { return nil }
                next = start
            }
            return next
        case .alternatives(let alternatives):
            var starts: [Int32] = []
            for alternative in alternatives where alternative.canBeSaid {
                if let start = try unfold(alternative.expansion, before: next, isTyped: isTyped) {
                    starts.append(start)
                }
            }
            return starts.isEmpty ? nil : starts.count == 1 ? starts[0] : try add(.fork(starts, isOptional: false))
        case .optional(let inner):
            guard let start = try unfold(inner, before: next, isTyped: isTyped), start != next else { return next }
            return try add(.fork([start, next], isOptional: true))
        case .zeroOrMore(let inner):
            return try loop(over: inner, before: next, isTyped: isTyped).fork
        case .oneOrMore(let inner):
            return try loop(over: inner, before: next, isTyped: isTyped).start
        case .tagged(let inner, let slots):
            let first = Int32(automaton.slots.count)
            automaton.slots += slots
            let tag = try add(.slots(first: first, end: first + Int32(slots.count), next: next))
            return try unfold(inner, before: tag, isTyped: isTyped)
        }
    }

    private mutating func unfold(_ rule: Int, before next: Int32, isTyped: Bool) throws(GrammarError) -> Int32? {
        let definition = tree.rules[rule]
        let isTyped = isTyped || definition.isTyped
        let instance = Instance(rule: rule, next: next, isTyped: isTyped)
        if let state = built[instance] { return state }

        let outerRule = currentRule
        currentRule = rule
        defer { currentRule = outerRule }
        guard recursiveRules.contains(rule) else {
            let start = try unfold(definition.expansion, before: next, isTyped: isTyped)
            built[instance] = .some(start)
            return start
        }
        let entry = try add(.fork([], isOptional: false))
        built[instance] = .some(entry)
        guard let start = try unfold(definition.expansion, before: next, isTyped: isTyped) else { return nil }
        automaton.states[Int(entry)] = .fork([start], isOptional: false)
        return entry
    }

    /// - Returns: the fork that goes round once more or on, and the state where the first round starts.
    private mutating func loop(
        over inner: Expansion, before next: Int32, isTyped: Bool
    ) throws(GrammarError) -> (fork: Int32, start: Int32?) {
        let fork = try add(.fork([next], isOptional: false))
        let start = try unfold(inner, before: fork, isTyped: isTyped)
        if let start { automaton.states[Int(fork)] = .fork([start, next], isOptional: true) }
        return (fork, start)
    }

    /// A token becomes as many states as it has pieces: a quoted one may hold several words.
    private mutating func word(
        _ token: Expansion.Token, before next: Int32, isTyped: Bool
    ) throws(GrammarError) -> Int32 {
        let words = token.text.split(whereSeparator: \.isWhitespace)
        let pieces = words.flatMap(WordPieces.pieces(of:))
        guard !pieces.isEmpty else {
            throw GrammarError(
                source.diagnostic(
                    .unspeakableWord, at: token.offset, "the word '\(token.text)' is nothing but punctuation",
                    hint: "leave it out: punctuation is neither spoken nor needed when typing"))
        }
        let label = words.joined(separator: " ")
        var next = next
        for (index, piece) in pieces.enumerated().reversed() {
            let word = Automaton.Word(
                piece: pieceIndex(of: piece), label: labelIndex(of: index == 0 ? label : piece),
                beginsToken: index == 0, isTyped: isTyped, next: next)
            next = try add(.word(word))
        }
        return next
    }

    private mutating func pieceIndex(of piece: String) -> Int32 {
        if let index = automaton.pieces[piece] { return index }
        let index = Int32(automaton.pieces.count)
        automaton.pieces[piece] = index
        return index
    }

    private mutating func labelIndex(of label: String) -> Int32 {
        if let index = labelIndex[label] { return index }
        let index = Int32(automaton.labels.count)
        labelIndex[label] = index
        automaton.labels.append(label)
        return index
    }

    private mutating func add(_ state: Automaton.State) throws(GrammarError) -> Int32 {
        guard automaton.states.count < Grammar.Limits.states else { throw tooLarge() }
        automaton.states.append(state)
        return Int32(automaton.states.count - 1)
    }

    private func tooLarge() -> GrammarError {
        let rule = tree.rules[currentRule]
        return GrammarError(
            source.diagnostic(
                .tooLarge, at: rule.offset,
                "the grammar is too large: more than \(Grammar.Limits.states) states once rules stand in the place of "
                    + "their names, reached in <\(rule.name)>",
                hint: "each place that names a rule copies it, and copies multiply: name fewer rules more than once"))
    }

    private func tooDeep() -> GrammarError {
        let rule = tree.rules[currentRule]
        return GrammarError(
            source.diagnostic(
                .tooLarge, at: rule.offset,
                "rules and brackets lie more than \(Grammar.Limits.depth) deep within each other at <\(rule.name)>",
                hint: "flatten the chain of rules that leads here"))
    }
}
