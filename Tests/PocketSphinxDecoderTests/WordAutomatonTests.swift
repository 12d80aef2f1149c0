import Testing

@testable import PocketSphinxDecoder

@Suite("WordAutomaton")
struct WordAutomatonTests {
    private typealias Arc = WordAutomaton.Arc
    private typealias State = WordAutomaton.State

    /// "red", "red on", "blue on", "blue off", and "red green", which leads nowhere.
    private let automaton = WordAutomaton(
        words: ["red", "blue", "on", "off", "green"],
        states: [
            State(arcs: [Arc(word: 0, target: 1, score: -1), Arc(word: 1, target: 2, score: -2)], end: nil),
            State(arcs: [Arc(word: 2, target: 3, score: -3), Arc(word: 4, target: 5, score: 0)], end: -4),
            State(arcs: [Arc(word: 2, target: 4, score: -3), Arc(word: 3, target: 3, score: -5)], end: nil),
            State(arcs: [], end: 0), State(arcs: [], end: 0), State(arcs: [], end: nil),
        ], start: 0)

    /// All sentences, and what each costs.
    private func sentences(_ automaton: WordAutomaton, from state: Int? = nil) -> [String: Int32] {
        guard !automaton.states.isEmpty else { return [:] }
        let state = automaton.states[state ?? automaton.start]
        var all: [String: Int32] = state.end.map { ["": $0] } ?? [:]
        for arc in state.arcs {
            for (rest, score) in sentences(automaton, from: arc.target) {
                let text = rest.isEmpty ? automaton.words[arc.word] : "\(automaton.words[arc.word]) \(rest)"
                all[text] = max(all[text] ?? .min, arc.score + score)
            }
        }
        return all
    }

    private let all: [String: Int32] = ["red": -5, "red on": -4, "blue on": -5, "blue off": -7]

    @Test("leaves out ways that lead nowhere")
    func deadEnds() {
        #expect(sentences(automaton) == all)
        #expect(automaton.states[1].arcs.count == 1)
    }

    @Test("merges states that are alike, and keeps sentences and costs")
    func merge() {
        var merged = automaton
        merged.mergeAlike()
        #expect(sentences(merged) == all)
        // The ends are one; the one that leads nowhere is gone.
        #expect(merged.states.count == 4)
    }

    @Test(
        "without some sentences has all the others",
        arguments: [["red"], ["blue on"], ["red", "red on"], ["green"]])
    func without(excluded: [String]) {
        var merged = automaton
        merged.mergeAlike()
        let rest = merged.without(excluded.map { $0.split(separator: " ").map(String.init) })
        #expect(sentences(rest) == all.filter { !excluded.contains($0.key) })
    }

    @Test("has nothing left when all are taken away")
    func nothing() {
        #expect(sentences(automaton.without(all.keys.map { $0.split(separator: " ").map(String.init) })).isEmpty)
    }

    @Test("knows the words that are sentences by themselves")
    func oneWord() {
        #expect(automaton.oneWordSentences == ["red"])
    }
}
