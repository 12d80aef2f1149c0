/// Walks all ways through an automaton at once, one piece of a word at a time (Pike's simulation).
///
/// Work for a piece is bounded by the number of states. Of several ways to the same state the preferred one stays.
struct Matcher {
    private let automaton: Automaton
    private let ignoresTyped: Bool
    /// Ways that wait for a word or have reached the end, the preferred one first.
    private(set) var threads: [Thread] = []
    private var history = SlotHistory()
    /// For each state the step at which it was last reached.
    private var reachedAt: [Int32]
    private var step: Int32 = 0
    private var waiting: [Thread] = []

    struct Thread {
        let state: Int32
        /// The slots on the way so far.
        let slots: SlotHistory.Entry
    }

    /// - Parameter ignoresTyped: whether to go only where speech can go.
    init(_ automaton: Automaton, ignoresTyped: Bool = false) {
        self.automaton = automaton
        self.ignoresTyped = ignoresTyped
        reachedAt = Array(repeating: 0, count: automaton.states.count)
        step = 1
        var threads: [Thread] = []
        follow(Thread(state: automaton.start, slots: .none), into: &threads)
        self.threads = threads
    }

    /// Goes on by one piece.
    ///
    /// - Returns: whether any sentence goes on so; if not, nothing has changed.
    mutating func advance(over piece: String) -> Bool {
        automaton.pieces[piece].map { advance(over: $0) } ?? false
    }

    @discardableResult
    private mutating func advance(over index: Int32) -> Bool {
        step += 1
        var next: [Thread] = []
        for thread in threads {
            guard let word = automaton.states[Int(thread.state)].word, word.piece == index else { continue }
            follow(Thread(state: word.next, slots: thread.slots), into: &next)
        }
        guard !next.isEmpty else { return false }
        threads = next
        return true
    }

    /// The slots of the preferred sentence that ends here; `nil` if none does.
    var meaning: [Slot]? {
        let end = threads.first { thread in
            if case .accept = automaton.states[Int(thread.state)] { true } else { false }
        }
        return end.map { slots(of: $0) }
    }

    /// The words that may come next, as the grammar spells them: sorted, numbers after all others.
    var expected: [String] {
        var labels: Set<Int32> = []
        for thread in threads {
            if let word = automaton.states[Int(thread.state)].word { labels.insert(word.label) }
        }
        let words = labels.map { automaton.labels[Int($0)] }
        let numbers = words.filter { Int($0) != nil }
        let others = words.filter { Int($0) == nil }
        return others.sorted() + numbers.sorted { ($0.count, $0) < ($1.count, $1) }
    }

    /// How many words without a meaning of their own are passed on the way to a ``Slot/then``, or to the end.
    private static let fillers = 3

    /// Whether a sentence ends here that means what it means whatever follows: at most a ``Slot/then`` and another command.
    var isSettled: Bool {
        meaning.map { isSettled($0, passing: Self.fillers) } ?? false
    }

    private func isSettled(_ meaning: [Slot], passing fillers: Int) -> Bool {
        for piece in Set(threads.compactMap { automaton.states[Int($0.state)].word?.piece }) {
            var longer = self
            longer.advance(over: piece)
            var goesOn = false
            for thread in longer.threads {
                let slots = longer.slots(of: thread)
                if slots == meaning {
                    goesOn = goesOn || automaton.states[Int(thread.state)].word != nil
                } else if !slots.starts(with: meaning + [.then]) {
                    return false
                }
            }
            guard !goesOn || fillers > 0 && longer.isSettled(meaning, passing: fillers - 1) else { return false }
        }
        return true
    }

    private func slots(of thread: Thread) -> [Slot] {
        history.slots(of: thread.slots).map { automaton.slots[Int($0)] }
    }

    /// Adds to `threads` all states that a thread reaches without a word, in order of preference.
    private mutating func follow(_ thread: Thread, into threads: inout [Thread]) {
        waiting.append(thread)
        while let thread = waiting.popLast() {
            guard reachedAt[Int(thread.state)] != step else { continue }
            reachedAt[Int(thread.state)] = step
            switch automaton.states[Int(thread.state)] {
            case .word(let word):
                if !(ignoresTyped && word.isTyped) { threads.append(thread) }
            case .accept:
                threads.append(thread)
            case .slots(let first, let end, let next):
                waiting.append(Thread(state: next, slots: history.append(first..<end, to: thread.slots)))
            case .fork(let ways, _):
                for way in ways.reversed() { waiting.append(Thread(state: way, slots: thread.slots)) }
            }
        }
    }
}
