import CommandLanguage
import Testing

@Suite("The decoder's grammar")
struct DecoderGrammarTests {
    private func jsgf(_ sentence: String, _ others: String = "") throws -> String? {
        try Grammar(sentence, others).decoderGrammar?.jsgf
    }

    @Test("has no tags, comments and capitals, and only the rules it needs")
    func plain() throws {
        let jsgf = try jsgf(
            "/* x */ Turn <which> {a=b} (ON {power=on} | off)+", "<which> = [the] LED | \"Big Lamp\";\n<unused> = red;")
        #expect(
            jsgf == """
                #JSGF V1.0;
                grammar test;
                public <sentence> = turn <which> (<NULL>) (on | off)+;
                <which> = [the] led | big lamp;

                """)
    }

    @Test("leaves out what is typed, and all that cannot be said without it")
    func typed() throws {
        let grammar = try Grammar(
            "light (two | <digit>) [to <level>] | brightness <level> | [<digit>] on | <digit>* off",
            "/** @typed */ <digit> = 2 | 3;\n<level> = <digit> percent;")
        #expect(
            grammar.decoderGrammar?.jsgf == """
                #JSGF V1.0;
                grammar test;
                public <sentence> = light two | on | off;

                """)
        #expect(grammar.vocabulary == ["light", "two", "on", "off"])
    }

    @Test("does not exist for a grammar that is typed as a whole")
    func nothingToHear() throws {
        let text = "#JSGF V1.0;\n/** @typed */\ngrammar g;\npublic <a> = 2 on | 'c;"
        let grammar = try Grammar(parsing: text, file: "g.gram")
        #expect(grammar.decoderGrammar == nil)
        #expect(grammar.vocabulary.isEmpty)
        #expect(grammar.examples(limit: 5).isEmpty)
        #expect(grammar.interpret(line: "2 on") == .understood([]))
    }

    @Test("has one public rule where the grammar has several")
    func severalPublicRules() throws {
        let jsgf = try jsgf("on", "public <other> = off;")
        #expect(
            jsgf == """
                #JSGF V1.0;
                grammar test;
                public <sentence_> = <sentence> | <other>;
                <other> = off;
                <sentence> = on;

                """)
    }

    @Test("keeps weights, and drops what has weight 0")
    func weights() throws {
        #expect(try jsgf("/2/ on | /1/ off | /0/ red")?.contains("= /2.0/ on | /1.0/ off;") == true)
    }

    /// PocketSphinx would let a loop share its first state with what stands beside it, and would take a rule's
    /// beginning for its end if recursion came last.
    @Test("gives loops a state of their own, and rules that repeat themselves an end that comes last")
    func loops() throws {
        let jsgf = try jsgf("red* on | <list> off", "<list> = blue | green <list>;")
        #expect(jsgf?.contains("public <sentence> = (<NULL>) (red)* on | (<NULL>) <list> off;") == true)
        #expect(jsgf?.contains("<list> = green (<NULL>) <list> | blue;") == true)
    }

    @Test("names rules so that the decoder can read them")
    func names() throws {
        let jsgf = try jsgf("<어느> on", "<어느> = light;")
        #expect(jsgf?.contains("public <sentence> = <sentence__1> on;\n<sentence__1> = light;") == true)
    }

    @Test("is a grammar that says the same")
    func equivalent() throws {
        let grammar = try Model.english.get()
        let decoder = try Model.englishDecoder.get()
        #expect(decoder.vocabulary == grammar.vocabulary)
        #expect(decoder.warnings.isEmpty)
        for sentence in grammar.examples(limit: 500) {
            #expect(decoder.interpret(sentence.words) == .understood([]), "\(sentence.text)")
        }
        for sentence in decoder.examples(limit: 500) {
            guard case .understood = grammar.interpret(sentence.words) else {
                Issue.record("only the decoder knows: \(sentence.text)")
                continue
            }
        }
    }
}
