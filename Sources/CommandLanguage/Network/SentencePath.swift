/// One way through an automaton, as far as it has gone.
struct SentencePath {
    private(set) var state: Int32
    private var labels: [Int32] = []
    private var slots: [Int32] = []
    private(set) var wordCount = 0

    init(from state: Int32) { self.state = state }

    /// Goes on to the next fork or to the end of the sentence.
    ///
    /// - Returns: the ways that part there, and whether they go on to something optional and past it; `nil` at the end.
    mutating func run(through automaton: Automaton) -> (ways: [Int32], isOptional: Bool)? {
        while true {
            switch automaton.states[Int(state)] {
            case .word(let word):
                if word.beginsToken { labels.append(word.label) }
                wordCount += 1
                state = word.next
            case .slots(let first, let end, let next):
                slots.append(contentsOf: first..<end)
                state = next
            case .fork(let ways, let isOptional): return (ways, isOptional)
            case .accept: return nil
            }
        }
    }

    mutating func take(_ way: Int32) { state = way }

    func sentence(in automaton: Automaton) -> Sentence {
        Sentence(
            words: labels.flatMap { automaton.labels[Int($0)].split(separator: " ").map(String.init) },
            slots: slots.map { automaton.slots[Int($0)] })
    }
}
