import CommandLanguage
import Testing

@Suite("Grammar, finished sentences")
struct GrammarFinishedTests {
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
        "is finished when only a word without meaning can follow",
        arguments: ["red", "red please", "lamp on and lamp off"])
    func finished(sentence: String) {
        #expect(grammar.isFinished(Grammar.words(of: sentence)))
    }

    @Test(
        "is not finished when it must or may go on, or is no sentence",
        arguments: ["", "lamp", "lamp on", "lamp on and", "dim", "lamp on and dim", "lamp red", "banana"])
    func unfinished(sentence: String) {
        #expect(!grammar.isFinished(Grammar.words(of: sentence)))
    }
}
