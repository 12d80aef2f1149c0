import CommandLanguage
import Testing

@Suite("Grammar, what may follow")
struct GrammarSequelTests {
    private let grammar: Grammar

    init() throws {
        grammar = try Grammar(
            parsing: """
                #JSGF V1.0;
                grammar garden;
                public <sentence> = (<lamp> [and {then} <lamp>] | red {color=red}) [please];
                <lamp> = lamp (on {power=on} | off {power=off}) | dim [slowly {pace=slow}] | <typed>;
                /** @typed */
                <typed> = red [2 {led=2}];
                """, file: "garden.gram")
    }

    @Test(
        "is finished when nothing can follow", arguments: ["red please", "lamp on and lamp off please"])
    func finished(sentence: String) {
        #expect(grammar.isFinished(Grammar.words(of: sentence)))
    }

    @Test(
        "is not finished when it must or may go on, or is no sentence",
        arguments: ["", "red", "lamp", "lamp on", "lamp on and", "dim", "lamp on and dim", "lamp red", "banana"])
    func unfinished(sentence: String) {
        #expect(!grammar.isFinished(Grammar.words(of: sentence)))
    }

    @Test(
        "is settled when at most another command can follow",
        arguments: ["red", "red please", "lamp on", "lamp on please", "lamp on and lamp off"])
    func settled(sentence: String) {
        #expect(grammar.isSettled(Grammar.words(of: sentence)))
    }

    @Test(
        "is not settled when what may follow changes it, or it is no sentence",
        arguments: ["", "lamp", "lamp on and", "dim", "lamp on and dim", "lamp red", "banana"])
    func unsettled(sentence: String) {
        #expect(!grammar.isSettled(Grammar.words(of: sentence)))
    }

    @Test("takes from a longer sentence what was added after then")
    func addition() throws {
        let words = Grammar.words(of: "lamp on and lamp off please")
        let addition = try #require(grammar.addition(of: words, to: ["lamp", "on"]))
        #expect(addition.words == ["and", "lamp", "off", "please"])
        #expect(addition.slots == [Slot("power", "off")])
    }

    @Test(
        "adds nothing to another sentence, to itself, or without a then",
        arguments: [
            ("lamp off and lamp on", "lamp on"), ("lamp on", "lamp on"), ("dim slowly", "dim"),
            ("lamp on and", "lamp on"),
        ])
    func noAddition(sentence: String, beginning: String) {
        #expect(grammar.addition(of: Grammar.words(of: sentence), to: Grammar.words(of: beginning)) == nil)
    }
}
