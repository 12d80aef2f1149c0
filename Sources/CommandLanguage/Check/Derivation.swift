/// Which rules can be satisfied in a given way, found as the least fixpoint over all expansions, in linear time.
///
/// Each expansion is a node that waits for some of its parts: a sequence for all, alternatives for one. What holds
/// is passed up from the leaves, and from a rule to every place that names it.
struct Derivation {
    enum Question {
        /// By saying nothing at all?
        case silence
        /// By any words, or none?
        case anything
        /// By words, or none, that are not `@typed`?
        case speech
        /// Does any word stand in it?
        case someWord
    }

    private let question: Question
    private let tree: SyntaxTree
    private var nodes: [Node] = []
    /// For each rule, the references to it.
    private var references: [[Int]]
    private var settled: [Int] = []
    /// When each rule was found to hold, counted from 0: by then all that it needs was found. `nil` if it never holds.
    private var foundAt: [Int?]
    private var foundCount = 0

    /// - Parameter tree: references to rules that do not exist never hold.
    init(_ question: Question, in tree: SyntaxTree) {
        self.question = question
        self.tree = tree
        references = Array(repeating: [], count: tree.rules.count)
        foundAt = Array(repeating: nil, count: tree.rules.count)
        for (index, rule) in tree.rules.enumerated() where question != .speech || !rule.isTyped {
            add(rule.expansion, to: .rule(index))
        }
        passUp()
    }

    private enum Parent {
        case node(Int)
        case rule(Int)
    }

    private struct Node {
        let parent: Parent
        /// How many parts must still hold before this one does.
        var waitingFor: Int
    }

    private mutating func add(_ expansion: Expansion, to parent: Parent) {
        let node = nodes.count
        switch expansion {
        case .token:
            addLeaf(to: parent, holds: question != .silence)
        case .null:
            addLeaf(to: parent, holds: question != .someWord)
        case .void:
            break
        case .reference(let reference):
            guard let rule = tree.indexOfRule[reference.rule] else { return }
            nodes.append(Node(parent: parent, waitingFor: 1))
            references[rule].append(node)
        case .sequence(let items):
            nodes.append(Node(parent: parent, waitingFor: question == .someWord ? 1 : items.count))
            for item in items { add(item, to: .node(node)) }
        case .alternatives(let alternatives):
            nodes.append(Node(parent: parent, waitingFor: 1))
            for alternative in alternatives where alternative.canBeSaid { add(alternative.expansion, to: .node(node)) }
        case .optional(let inner), .zeroOrMore(let inner):
            if question == .someWord { add(inner, to: parent) } else { addLeaf(to: parent, holds: true) }
        case .oneOrMore(let inner), .tagged(let inner, _):
            add(inner, to: parent)
        }
    }

    private mutating func addLeaf(to parent: Parent, holds: Bool) {
        guard holds else { return }
        settled.append(nodes.count)
        nodes.append(Node(parent: parent, waitingFor: 0))
    }

    private mutating func passUp() {
        while let node = settled.popLast() {
            switch nodes[node].parent {
            case .node(let parent): settle(partOf: parent)
            case .rule(let rule):
                guard foundAt[rule] == nil else { continue }
                foundAt[rule] = foundCount
                foundCount += 1
                for reference in references[rule] { settle(partOf: reference) }
            }
        }
    }

    private mutating func settle(partOf node: Int) {
        guard nodes[node].waitingFor > 0 else { return }
        nodes[node].waitingFor -= 1
        if nodes[node].waitingFor == 0 { settled.append(node) }
    }

    func holds(for rule: Int) -> Bool { foundAt[rule] != nil }

    /// Whether it holds for an expansion.
    ///
    /// - Parameter later: a rule; if given, the answer must not need it, nor any rule that was found after it.
    func holds(for expansion: Expansion, without later: Int? = nil) -> Bool {
        let limit = later.flatMap { foundAt[$0] } ?? Int.max
        return holds(for: expansion, before: limit)
    }

    private func holds(for expansion: Expansion, before limit: Int) -> Bool {
        switch expansion {
        case .token: question != .silence
        case .null: question != .someWord
        case .void: false
        case .reference(let reference):
            tree.indexOfRule[reference.rule].flatMap { foundAt[$0] }.map { $0 < limit } ?? false
        case .sequence(let items):
            question == .someWord
                ? items.contains { holds(for: $0, before: limit) } : items.allSatisfy { holds(for: $0, before: limit) }
        case .alternatives(let alternatives):
            alternatives.contains { $0.canBeSaid && holds(for: $0.expansion, before: limit) }
        case .optional(let inner), .zeroOrMore(let inner):
            question == .someWord ? holds(for: inner, before: limit) : true
        case .oneOrMore(let inner), .tagged(let inner, _): holds(for: inner, before: limit)
        }
    }
}
