import CommandLanguage
import Testing

@Suite("Checking a grammar")
struct GrammarCheckTests {
    @Test("warns of rules that no sentence uses")
    func unused() throws {
        let grammar = try Grammar("on", "<a> = <b>;\n<b> = off;")
        #expect(
            grammar.warnings.map(\.description) == [
                "test.gram:4:1: warning: <a> is not used",
                "test.gram:5:1: warning: <b> is named only by rules that no sentence uses",
            ])
        #expect(grammar.warnings.map(\.kind) == [.unusedRule, .unreachableRule])
    }

    @Test("warns of rules that cannot be said or mean nothing")
    func empty() throws {
        let grammar = try Grammar(
            "on <a> | off <b> | red <c>", "<a> = <VOID> and more;\n<b> = <NULL>;\n<c> = <NULL> {x=y};")
        #expect(
            grammar.warnings.map(\.description) == [
                "test.gram:4:1: warning: no words can satisfy <a>",
                "test.gram:5:1: warning: <b> has no words and no meaning",
            ])
    }

    @Test("warns when saying nothing is a sentence")
    func silence() throws {
        let grammar = try Grammar("[please] [on]")
        #expect(grammar.warnings.map(\.kind) == [.emptySentence])
        #expect(grammar.interpret(line: "") == .understood([]))
    }

    @Test("names the words that the dictionary does not have, and where they stand")
    func missingWords() throws {
        let dictionary = try PronunciationDictionary(parsing: "on AA N\n", file: "d.dict")
        let grammar = try Grammar("ON | flicker 2 | <digits> flicker", "/** @typed */ <digits> = 50;")
        let missing = grammar.missingWords(in: dictionary)
        #expect(
            missing.map(\.description) == [
                "test.gram:3:26: the word 'flicker' has no pronunciation",
                "test.gram:3:34: the word '2' has no pronunciation",
            ])
        #expect(missing[1].hint?.contains("@typed") == true)
    }

    @Test("finds sentences with two meanings")
    func ambiguous() throws {
        let grammar = try Grammar("<a> | <b>", "<a> = red {led=lamp} | on;\n<b> = red {color=red} | off;")
        #expect(
            grammar.ambiguities(among: 20).map(\.description) == [
                "test.gram:3:8: warning: 'red' has two meanings: {led=lamp}, which counts, and {color=red}"
            ])
    }

    @Test("keeps the list of mistakes short enough to read")
    func manyMistakes() throws {
        let references = (0..<10_000).map { "<missing\($0)>" }.joined(separator: " | ")
        let error = try #require(throws: GrammarError.self) { _ = try Grammar(references) }
        #expect(error.diagnostics.count == 50)
    }
}
