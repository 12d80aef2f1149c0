/// The sentences of a grammar as states and the words that lead from one to the next.
///
/// There are no ways without a word: the library follows those one by one in each frame, and a grammar with many
/// alternatives has several times as many of them as of words. What each way costs is as in the grammar.
struct WordAutomaton: Equatable {
    struct Arc: Hashable {
        let word: Int
        let target: Int
        /// As the library counts: a logarithm with the weight of the language in it.
        let score: Int32
    }

    struct State: Hashable {
        var arcs: [Arc]
        /// What it costs to end here; `nil` where no sentence ends.
        var end: Int32?
    }

    let words: [String]
    private(set) var states: [State]
    private(set) var start: Int

    /// - Parameter states: ways that lead nowhere are left out.
    init(words: [String], states: [State], start: Int) {
        self.words = words
        self.states = states
        self.start = start
        removeDeadEnds()
    }

    /// The words that are sentences by themselves.
    var oneWordSentences: Set<String> {
        guard !states.isEmpty else { return [] }
        return Set(states[start].arcs.filter { states[$0.target].end != nil }.map { words[$0.word] })
    }

    /// A way that leads nowhere but fits well would make the search give up all others.
    private mutating func removeDeadEnds() {
        var origins = [[Int]](repeating: [], count: states.count)
        for (index, state) in states.enumerated() {
            for arc in state.arcs { origins[arc.target].append(index) }
        }
        var isAlive = [Bool](repeating: false, count: states.count)
        var waiting = states.indices.filter { states[$0].end != nil }
        while let index = waiting.popLast() {
            guard !isAlive[index] else { continue }
            isAlive[index] = true
            waiting += origins[index]
        }
        for index in states.indices { states[index].arcs.removeAll { !isAlive[$0.target] } }
    }

    /// Makes one of all states from which the same words lead to the same states at the same cost, and leaves out what
    /// cannot be reached. Each state comes after those that it leads to, so once through them all is enough; where a
    /// loop closes, states stay apart.
    mutating func mergeAlike() {
        guard !states.isEmpty else { return }
        var merged = Array(states.indices)
        var known: [State: Int] = [:]
        for index in statesInPostorder() {
            states[index].arcs = Self.best(of: states[index].arcs, to: merged)
            if let alike = known[states[index]] {
                merged[index] = alike
            } else {
                known[states[index]] = index
            }
        }
        for index in states.indices { states[index].arcs = Self.best(of: states[index].arcs, to: merged) }
        start = merged[start]
        removeUnreached()
    }

    private func statesInPostorder() -> [Int] {
        var order: [Int] = []
        var isSeen = [Bool](repeating: false, count: states.count)
        isSeen[start] = true
        var path = [(state: start, arc: 0)]
        while let (state, arc) = path.last {
            guard arc < states[state].arcs.count else {
                order.append(state)
                path.removeLast()
                continue
            }
            path[path.count - 1].arc += 1
            let target = states[state].arcs[arc].target
            if !isSeen[target] {
                isSeen[target] = true
                path.append((target, 0))
            }
        }
        return order
    }

    /// The arcs as they lead to merged states, and of those that are equal then only the best.
    private static func best(of arcs: [Arc], to merged: [Int]) -> [Arc] {
        let all = arcs.map { Arc(word: $0.word, target: merged[$0.target], score: $0.score) }
            .sorted { ($0.word, $0.target, $1.score) < ($1.word, $1.target, $0.score) }
        var best: [Arc] = []
        for arc in all where best.last.map({ ($0.word, $0.target) != (arc.word, arc.target) }) ?? true {
            best.append(arc)
        }
        return best
    }

    private mutating func removeUnreached() {
        guard !states.isEmpty else { return }
        var numbers = [start: 0]
        var order = [start]
        var next = 0
        while next < order.count {
            for arc in states[order[next]].arcs where numbers[arc.target] == nil {
                numbers[arc.target] = order.count
                order.append(arc.target)
            }
            next += 1
        }
        states = order.map { index in
            State(
                arcs: states[index].arcs.map { Arc(word: $0.word, target: numbers[$0.target]!, score: $0.score) },
                end: states[index].end)
        }
        start = 0
    }
}
