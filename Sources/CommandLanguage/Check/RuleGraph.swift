/// Which rule names which, and where in the rule the name stands.
struct RuleGraph {
    struct Edge {
        let from: Int
        let to: Int
        /// Of the reference in the file.
        let offset: Int
        /// Nothing needs to be said before it.
        let isFirst: Bool
        /// Nothing follows it, not even a tag.
        let isLast: Bool
    }

    /// For each rule its references, in the order of the file. Undefined rules are left out.
    private(set) var edges: [[Edge]]

    init(of tree: SyntaxTree) {
        let silence = Derivation(.silence, in: tree)
        edges = []
        for index in tree.rules.indices {
            var walk = Walk(rule: index, tree: tree, silence: silence)
            walk.visit(tree.rules[index].expansion, isFirst: true, isLast: true)
            edges.append(walk.edges)
        }
    }

    private struct Walk {
        let rule: Int
        let tree: SyntaxTree
        let silence: Derivation
        var edges: [Edge] = []

        mutating func visit(_ expansion: Expansion, isFirst: Bool, isLast: Bool) {
            switch expansion {
            case .token, .null, .void: break
            case .reference(let reference):
                guard let target = tree.indexOfRule[reference.rule] else { return }
                edges.append(
                    Edge(from: rule, to: target, offset: reference.offset, isFirst: isFirst, isLast: isLast))
            case .sequence(let items):
                // Backwards first, because what is last depends on what follows.
                var isLastOfItem = Array(repeating: false, count: items.count)
                var nothingFollows = isLast
                for index in items.indices.reversed() {
                    isLastOfItem[index] = nothingFollows
                    if case .null = items[index] { continue }
                    nothingFollows = false
                }
                var isFirst = isFirst
                for (item, isLast) in zip(items, isLastOfItem) {
                    visit(item, isFirst: isFirst, isLast: isLast)
                    isFirst = isFirst && silence.holds(for: item)
                }
            case .alternatives(let alternatives):
                for alternative in alternatives { visit(alternative.expansion, isFirst: isFirst, isLast: isLast) }
            case .optional(let inner):
                visit(inner, isFirst: isFirst, isLast: isLast)
            case .zeroOrMore(let inner), .oneOrMore(let inner):
                visit(inner, isFirst: isFirst, isLast: false)
            case .tagged(let inner, let slots):
                visit(inner, isFirst: isFirst, isLast: isLast && slots.isEmpty)
            }
        }
    }

    /// The rules that can be reached from `roots`, these included.
    ///
    /// - Parameter allowed: for each rule whether the way may lead over it; over all if `nil`.
    func reachable(from roots: [Int], within allowed: [Bool]? = nil) -> Set<Int> {
        var found = Set(roots)
        var waiting = roots
        while let rule = waiting.popLast() {
            for edge in edges[rule] where allowed?[edge.to] != false && found.insert(edge.to).inserted {
                waiting.append(edge.to)
            }
        }
        return found
    }

    /// The shortest way along `edges` that leads from a rule back to it, beginning with `first`; rules in order.
    func cycle(through first: Edge, along isAllowed: (Edge) -> Bool) -> [Int] {
        var previous: [Int: Int] = [first.to: first.from]
        var waiting = [first.to]
        var next = 0
        while next < waiting.count, waiting[next] != first.from {
            for edge in edges[waiting[next]] where isAllowed(edge) && previous[edge.to] == nil {
                previous[edge.to] = waiting[next]
                waiting.append(edge.to)
            }
            next += 1
        }
        var way = [first.from]
        var rule = first.from
        while rule != first.to, let before = previous[rule] {
            rule = before
            way.append(rule)
        }
        return [first.from] + way.reversed()
    }
}
