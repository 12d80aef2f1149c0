/// How many words each state is away from the end of a sentence.
struct Distances {
    private var distances: [Int32]
    private static let unreachable = Int32.max

    init(in automaton: Automaton, ignoringTyped: Bool) {
        distances = Array(repeating: Self.unreachable, count: automaton.states.count)
        var sources: [[Int32]] = Array(repeating: [], count: automaton.states.count)
        var current: [Int32] = []
        for (index, state) in automaton.states.enumerated() {
            switch state {
            case .word(let word): if !(ignoringTyped && word.isTyped) { sources[Int(word.next)].append(Int32(index)) }
            case .slots(_, _, let next): sources[Int(next)].append(Int32(index))
            case .fork(let ways, _): for way in ways { sources[Int(way)].append(Int32(index)) }
            case .accept: current.append(Int32(index))
            }
        }
        // Breadth first from the end: all states of one distance, then those one word farther.
        var distance: Int32 = 0
        while !current.isEmpty {
            var farther: [Int32] = []
            while let state = current.popLast() {
                guard distances[Int(state)] == Self.unreachable else { continue }
                distances[Int(state)] = distance
                for source in sources[Int(state)] {
                    if case .word = automaton.states[Int(source)] {
                        farther.append(source)
                    } else {
                        current.append(source)
                    }
                }
            }
            current = farther
            distance += 1
        }
    }

    func isReachable(_ state: Int32) -> Bool { distances[Int(state)] != Self.unreachable }

    subscript(state: Int32) -> Int32 { distances[Int(state)] }
}
