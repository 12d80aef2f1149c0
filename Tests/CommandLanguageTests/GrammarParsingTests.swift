import CommandLanguage
import Testing

@Suite("Reading JSGF")
struct GrammarParsingTests {
    private func understands(_ grammar: Grammar, _ line: String) -> Bool {
        if case .understood = grammar.interpret(line: line) { true } else { false }
    }

    @Test(
        "takes every header that the specification allows",
        arguments: ["#JSGF V1.0;", "#JSGF V1.0 UTF-8;", "#JSGF V1.0 UTF-8 en;", "\u{FEFF}#JSGF V1.0;", "#JSGF v1.0;"])
    func header(header: String) throws {
        let grammar = try Grammar(parsing: "\(header)\ngrammar g;\npublic <a> = on;", file: "g.gram")
        #expect(grammar.name == "g")
        #expect(understands(grammar, "on"))
    }

    @Test("knows the language that the header names")
    func locale() throws {
        let text = "#JSGF V1.0 UTF-8 ko;\ngrammar com.example.불;\npublic <a> = 켜;"
        let grammar = try Grammar(parsing: text, file: "g.gram")
        #expect(grammar.locale == "ko")
        #expect(grammar.name == "com.example.불")
    }

    @Test("passes over comments wherever blanks may stand")
    func comments() throws {
        let grammar = try Grammar("turn /* which way? */ (on // up\n | /**/ off)", "// the end")
        #expect(understands(grammar, "turn on"))
        #expect(understands(grammar, "turn off"))
        #expect(!understands(grammar, "turn up"))
    }

    @Test("counts lines whichever way they end, and columns in characters", arguments: ["\n", "\r\n", "\r"])
    func positions(lineEnd: String) throws {
        let text = ["#JSGF V1.0;", "grammar g;", "public <말> = 빨간색 👩‍👩‍👧 é ];"].joined(separator: lineEnd)
        let error = try #require(throws: GrammarError.self) { _ = try Grammar(parsing: text, file: "g.gram") }
        #expect(error.first.line == 3)
        #expect(error.first.column == 22)
    }

    @Test("binds '*', '+' and tags tighter than sequences, and sequences tighter than alternatives")
    func precedence() throws {
        let grammar = try Grammar("turn very* on {power=on} | off {power=off}")
        #expect(grammar.interpret(line: "turn very very on") == .understood([Slot("power", "on")]))
        #expect(grammar.interpret(line: "off") == .understood([Slot("power", "off")]))
        #expect(!understands(grammar, "turn off"))
    }

    @Test("gives a tag to all that stands before it between the same brackets, and only once")
    func tagsOnGroups() throws {
        let grammar = try Grammar("(light | lamp)+ {target=light} [please] {polite=yes} {then}")
        #expect(
            grammar.interpret(line: "light lamp")
                == .understood([Slot("target", "light"), Slot("polite", "yes"), .then]))
    }

    @Test("separates the slots of one tag by blanks or semicolons, and takes what a backslash precedes literally")
    func slots() throws {
        let grammar = try Grammar(#"on { power=on; then led=2 text=a\ \}\\\;b=c }"#)
        #expect(
            grammar.interpret(line: "on")
                == .understood([Slot("power", "on"), .then, Slot("led", "2"), Slot("text", #"a }\;b=c"#)]))
    }

    @Test("takes quoted words, several in one pair of quotes, and escapes")
    func quotes() throws {
        let grammar = try Grammar(#""Light Two" o\n"#)
        #expect(understands(grammar, "light two on"))
        #expect(!understands(grammar, "light on"))
        #expect(grammar.vocabulary == ["light", "two", "on"])
    }

    @Test("lets <NULL> be said by silence, and <VOID> not at all")
    func specialRules() throws {
        let grammar = try Grammar("on (<NULL> | now) | off <VOID> | red [<VOID>] (<VOID>)*")
        #expect(understands(grammar, "on"))
        #expect(understands(grammar, "on now"))
        #expect(understands(grammar, "red"))
        #expect(grammar.interpret(line: "off") == .stuck(at: 0, expected: ["on", "red"]))
    }

    @Test("takes weights as Java spells numbers; weight 0 is never said")
    func weights() throws {
        let grammar = try Grammar("/0.5/ on | / 3.14e1 / off | /.1f/ red | /0/ blue")
        #expect(understands(grammar, "red"))
        #expect(!understands(grammar, "blue"))
    }

    @Test("finds rules of its own by their full names")
    func qualifiedNames() throws {
        let text = "#JSGF V1.0;\ngrammar com.acme.lights;\npublic <a> = <com.acme.lights.b> <lights.b> <b>;\n<b> = on;"
        #expect(understands(try Grammar(parsing: text, file: "g.gram"), "on on on"))
    }

    @Test("takes the words that JSGF uses itself as words")
    func keywords() throws {
        let grammar = try Grammar("grammar import public", "<public> = on;")
        #expect(understands(grammar, "grammar import public"))
    }

    @Test("keeps what documentation comments say about rules")
    func documentation() throws {
        let text = """
            #JSGF V1.0;
            grammar g;
            /**
             * What can be said.
             * @see <b>
             */
            public <a> = <b>;
            /* not documentation: @typed */
            <b> = on | <c>;
            /** Digits. @typed within a line is prose. */
            <c> = one | <d>;
            /** @typed */
            <d> = 1;
            """
        let grammar = try Grammar(parsing: text, file: "g.gram")
        #expect(
            grammar.rules.map(\.documentation) == [
                "What can be said.", nil, "Digits. @typed within a line is prose.", nil,
            ])
        #expect(grammar.rules.map(\.isTyped) == [false, false, false, true])
        #expect(grammar.rules.map(\.isPublic) == [true, false, false, false])
    }
}
