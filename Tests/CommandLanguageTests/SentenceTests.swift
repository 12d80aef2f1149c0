import CommandLanguage
import Testing

@Suite("Sentences of a grammar")
struct SentenceTests {
    @Test("come in the order of the file, each with its meaning")
    func order() throws {
        let grammar = try Grammar("(turn | switch) [it] (on {power=on} | off)")
        #expect(
            grammar.sentences(limit: 100).map(\.text) == [
                "turn it on", "turn it off", "turn on", "turn off", "switch it on", "switch it off", "switch on",
                "switch off",
            ])
        #expect(grammar.sentences(limit: 1) == [Sentence(words: ["turn", "it", "on"], slots: [Slot("power", "on")])])
    }

    @Test("repeat what may be repeated at most twice")
    func loops() throws {
        #expect(try Grammar("on (and off)*").sentences(limit: 100).map(\.text) == ["on and off", "on"])
        #expect(try Grammar("<l>", "<l> = a | b <l>;").sentences(limit: 100).map(\.text) == ["a", "b a"])
    }

    @Test("as examples are the same for the same seed, and others for another")
    func seeds() throws {
        let grammar = try Model.english.get()
        #expect(grammar.examples(limit: 30, seed: 7) == grammar.examples(limit: 30, seed: 7))
        #expect(grammar.examples(limit: 30, seed: 7) != grammar.examples(limit: 30, seed: 8))
    }

    @Test("as examples are all different, and use every word of a small grammar")
    func variety() throws {
        let grammar = try Grammar("turn (one | two | three | four | five) (on | off)")
        let examples = grammar.examples(limit: 10)
        #expect(Set(examples).count == examples.count)
        #expect(Set(examples.flatMap(\.words)) == ["turn", "one", "two", "three", "four", "five", "on", "off"])
        #expect(grammar.examples(limit: 1_000).count == 10)
    }

    @Test("as examples for the ear have no typed words")
    func typed() throws {
        let grammar = try Grammar("light (two | <digit>)", "/** @typed */ <digit> = 2 | 3;")
        #expect(grammar.examples(limit: 10).map(\.text) == ["light two"])
        #expect(Set(grammar.examples(limit: 10, from: .text).map(\.text)) == ["light two", "light 2", "light 3"])
    }

    @Test("as examples come to an end even where nothing asks them to")
    func endless() throws {
        let grammar = try Grammar("(a | b | c | d)+")
        #expect(grammar.examples(limit: 200).allSatisfy { $0.words.count < 40 })
    }

    @Test("keep numbers and what is glued to them together, as the grammar spells them")
    func spelling() throws {
        #expect(try Grammar("1번 불 켜").sentences(limit: 5).map(\.text) == ["1번 불 켜"])
    }
}
