/// Looks at all rules of a grammar together.
struct GrammarCheck {
    private(set) var found: DiagnosticList
    /// Rules that lead back to themselves.
    let recursiveRules: Set<Int>

    private let tree: SyntaxTree
    private let source: SourceText
    private let graph: RuleGraph
    private let components: Components

    init(_ tree: SyntaxTree, _ source: SourceText) {
        self.tree = tree
        self.source = source
        found = DiagnosticList(for: source)
        graph = RuleGraph(of: tree)
        let components = Components(of: graph)
        self.components = components
        recursiveRules = Set(tree.rules.indices.filter(components.isRecursive))
        checkReferences()
        checkRecursion()
        checkUse()
        checkSentences()
        checkSpokenWords()
    }

    private func name(_ rule: Int) -> String { "<\(tree.rules[rule].name)>" }

    private func cycle(_ edge: RuleGraph.Edge, _ isAllowed: (RuleGraph.Edge) -> Bool) -> String {
        let rules = graph.cycle(through: edge, along: isAllowed)
        return rules.count <= 12
            ? rules.map(name).joined(separator: " -> ")
            : (rules.prefix(6).map(name) + ["..."] + rules.suffix(3).map(name)).joined(separator: " -> ")
    }

    private mutating func checkReferences() {
        let names = tree.rules.map(\.name)
        var reported: Set<String> = []
        for rule in tree.rules {
            rule.expansion.forEachReference { reference in
                guard tree.indexOfRule[reference.rule] == nil, !found.isFullOfErrors,
                    reported.insert(reference.rule).inserted
                else { return }
                found.add(
                    .undefinedRule, at: reference.offset, "<\(reference.rule)> is not defined",
                    hint: Spelling.nearest(to: reference.rule, among: names)
                        .map { "did you mean <\($0)>?" } ?? "define it: <\(reference.rule)> = ...;")
            }
        }
    }

    private mutating func checkRecursion() {
        let left = Components(of: graph) { $0.isFirst }
        var reported: Set<Int> = []
        for edge in graph.edges.joined() where components.isInCycle(edge) && !found.isFullOfErrors {
            if edge.isFirst, left.isInCycle(edge) {
                guard reported.insert(left.componentOf[edge.from]).inserted else { continue }
                found.add(
                    .leftRecursion, at: edge.offset,
                    "left recursion: \(name(edge.from)) begins with itself (\(cycle(edge) { $0.isFirst && left.isInCycle($0) }))",
                    hint: "repeat with '+' or '*', or put the rule at the end: <list> = <item> | <item> and <list>;")
            } else if !edge.isLast {
                found.add(
                    .innerRecursion, at: edge.offset,
                    "\(name(edge.from)) leads back to itself before its end (\(cycle(edge, components.isInCycle)))",
                    hint: "a rule may name itself only as its very last part, without a tag: "
                        + "the decoder's search has finitely many states")
            }
        }
    }

    private mutating func checkUse() {
        let roots = tree.rules.indices.filter { tree.rules[$0].isPublic }
        guard !roots.isEmpty else {
            found.add(
                .noPublicRule, at: tree.rules.first?.offset ?? source.bytes.count,
                "no rule of this grammar is public: there is nothing to say",
                hint: "write 'public' before the rule that describes a whole sentence")
            return
        }
        let reachable = graph.reachable(from: roots)
        let used = Set(graph.edges.joined().filter { $0.from != $0.to }.map(\.to))
        for (index, rule) in tree.rules.enumerated() where !reachable.contains(index) {
            if used.contains(index) {
                found.add(
                    .unreachableRule, at: rule.offset, "\(name(index)) is named only by rules that no sentence uses")
            } else {
                found.add(
                    .unusedRule, at: rule.offset, "\(name(index)) is not used",
                    hint: "name it in another rule, make it public, or remove it")
            }
        }
    }

    private mutating func checkSentences() {
        let anything = Derivation(.anything, in: tree)
        let someWord = Derivation(.someWord, in: tree)
        let silence = Derivation(.silence, in: tree)
        guard !found.hasErrors else { return }
        for (index, rule) in tree.rules.enumerated() {
            if !anything.holds(for: index), recursiveRules.contains(index) {
                found.add(
                    .endlessRule, at: rule.offset, "\(name(index)) has no end: every way through it leads back to it",
                    hint: "add an alternative without it: <list> = <item> | <item> and <list>;")
            } else if !anything.holds(for: index) {
                found.add(
                    .emptyRule, at: rule.offset, "no words can satisfy \(name(index))",
                    hint: "every way through it leads to <VOID>")
            } else if !someWord.holds(for: index), !rule.expansion.hasTag {
                found.add(.emptyRule, at: rule.offset, "\(name(index)) has no words and no meaning")
            } else if rule.isPublic, silence.holds(for: index) {
                found.add(
                    .emptySentence, at: rule.offset, "\(name(index)) is satisfied by saying nothing",
                    hint: "one part of a sentence must not be optional")
            }
        }
        let roots = tree.rules.indices.filter { tree.rules[$0].isPublic }
        if let first = roots.first, !found.hasErrors, !roots.contains(where: { anything.holds(for: $0) }) {
            found.add(
                .nothingToSay, at: tree.rules[first].offset, "no sentence belongs to this grammar",
                hint: "a public rule needs an alternative without <VOID>")
        }
    }

    /// The decoder's grammar reader keeps quotes as part of a word and knows no escapes.
    private mutating func checkSpokenWords() {
        let spoken = tree.rules.map { !$0.isTyped }
        let roots = tree.rules.indices.filter { tree.rules[$0].isPublic && spoken[$0] }
        for index in graph.reachable(from: roots, within: spoken).sorted() {
            tree.rules[index].expansion.forEachToken { token in
                guard let odd = token.text.first(where: { !$0.isWhitespace && !DecoderGrammar.canBeSpoken($0) }) else {
                    return
                }
                found.add(
                    .unspeakableWord, at: token.offset, "the decoder cannot read '\(odd)' in the word '\(token.text)'",
                    hint: "spell the word as it is spoken, or put it in a rule with /** @typed */ before it")
            }
        }
    }
}
