import Testing

@testable import CommandLanguage

@Suite("PhraseFile")
struct PhraseFileTests {
    private static let base = """
        #JSGF V1.0 UTF-8 en;
        grammar lights;
        public <sentence> = <color> | movie night {power=off};
        <color> = red {color=red} | blue {color=blue};
        """

    private func phrase(_ text: String, _ slots: String) -> Phrase {
        Phrase(
            words: text.split(separator: " ").map(String.init),
            slots: slots.split(separator: " ").map { Slot(parsing: $0)! })!
    }

    private func empty() throws -> PhraseFile {
        try PhraseFile(for: ParsedGrammar(parsing: Self.base, file: "base.gram"), file: "own.gram")
    }

    private func joined(_ file: PhraseFile) throws -> Grammar {
        try Grammar(ParsedGrammar(parsing: Self.base, file: "base.gram").adding(file.parsed))
    }

    @Test("puts a phrase on a line of its own, and takes it away without a trace")
    func addingAndRemoving() throws {
        let empty = try empty()
        let one = try empty.adding(phrase("movie time", "color=blue level=20 then power=off"))
        #expect(
            one.text == empty.text + "public <movie-time> = movie time {color=blue level=20 then power=off};\n")
        let two = try one.adding(phrase("good night", "power=off"))
        #expect(two.phrases.map(\.text) == ["movie time", "good night"])
        #expect(two.phrases[0].slots == phrase("x", "color=blue level=20 then power=off").slots)
        // Compared as typed words are.
        let rest = try #require(try two.removing(saying: ["Movie", "time!"]))
        #expect(rest.text == empty.text + "public <good-night> = good night {power=off};\n")
        #expect(try rest.removing(saying: ["movie", "time"]) == nil)
        #expect(try rest.removing(saying: ["good", "night"])?.text == empty.text)
    }

    @Test("leaves the user's own text as it is")
    func ownText() throws {
        let text = """
            #JSGF V1.0;\r
            grammar mine; // 내 것\r
            /** for guests */\r
            public <hello> = hello {power=on}; // on arrival\r
              public <bye> = good bye {power=off};\r
            public <party> = party [now] {blink=200};
            """
        let file = try PhraseFile(parsing: text, file: "own.gram")
        #expect(file.phrases.map(\.text) == ["hello", "good bye"])
        #expect(file.otherRules.map { $0.place } == ["own.gram:6"])
        let longer = try file.adding(phrase("tea time", "led=2 power=on"))
        #expect(longer.text == text + "\npublic <tea-time> = tea time {led=2 power=on};\n")
        #expect(
            try file.removing(saying: ["good", "bye"])?.text
                == text.split(separator: "\r\n", omittingEmptySubsequences: false)
                .filter { !$0.contains("<bye>") }.joined(separator: "\r\n"))
        let without = try #require(try file.removing(saying: ["hello"]))
        #expect(without.text.contains("/** for guests */\r\n // on arrival\r\n"))
        #expect(try file.removing(saying: ["party"]) == nil)
    }

    @Test("gives a phrase that is there its new meaning in its place")
    func replacing() throws {
        let two = try empty().adding(phrase("movie time", "power=on")).adding(phrase("good night", "power=off"))
        let changed = try two.adding(phrase("Movie Time", "level=20"))
        #expect(changed.phrases.map(\.text) == ["Movie Time", "good night"])
        #expect(changed.phrases[0].slots == [Slot("level", "20")])
    }

    @Test("names each rule differently, and writes any value so that it can be read again")
    func names() throws {
        let file = try empty().adding(phrase("l.e.d.", "x=a\\}{;b")).adding(phrase("l_e_d_", "power=on"))
        #expect(file.phrases.map(\.slots) == [[Slot("x", "a\\}{;b")], [Slot("power", "on")]])
    }

    @Test("adds its sentences to a grammar, before those with the same words")
    func joining() throws {
        let file = try empty().adding(phrase("movie night", "level=20")).adding(phrase("good night", "power=off"))
        let grammar = try joined(file)
        #expect(grammar.name == "lights")
        #expect(grammar.locale == "en")
        #expect(grammar.interpret(line: "movie night") == .understood([Slot("level", "20")]))
        #expect(grammar.interpret(line: "good night") == .understood([Slot("power", "off")]))
        #expect(grammar.interpret(line: "red") == .understood([Slot("color", "red")]))
        #expect(grammar.vocabulary == ["movie", "night", "good", "red", "blue"])
    }

    @Test("may name rules of the grammar, and have names that the grammar has too")
    func sharedNames() throws {
        let own = """
            #JSGF V1.0;
            grammar phrases;
            public <sentence> = party in <color_> <color>;
            <color_> = now {blink=200};
            public <color> = party {blink=300};
            """
        let grammar = try joined(PhraseFile(parsing: own, file: "own.gram"))
        #expect(
            grammar.interpret(line: "party in now party") == .understood([Slot("blink", "200"), Slot("blink", "300")]))
        #expect(grammar.interpret(line: "red") == .understood([Slot("color", "red")]))
        let naming = try PhraseFile(
            parsing: "#JSGF V1.0;\ngrammar phrases;\npublic <party> = party in <color>;", file: "own.gram")
        #expect(try joined(naming).interpret(line: "party in blue") == .understood([Slot("color", "blue")]))
        #expect(grammar.interpret(line: "blue") == .understood([Slot("color", "blue")]))
    }

    @Test("adds nothing when it has no rules, and only typed words to a typed grammar")
    func edges() throws {
        #expect(try joined(empty()).vocabulary == ["movie", "night", "red", "blue"])
        let typed = "#JSGF V1.0 UTF-8 ko;\n/** @typed */ grammar lights;\npublic <a> = 불 {power=on};"
        let base = try ParsedGrammar(parsing: typed, file: "ko.gram")
        let file = try PhraseFile(for: base, file: "own.gram").adding(phrase("영화 시간", "power=off"))
        let grammar = try Grammar(base.adding(file.parsed))
        #expect(grammar.decoderGrammar == nil)
        #expect(grammar.interpret(line: "영화 시간") == .understood([Slot("power", "off")]))
    }

    @Test("is named, with its own line, by what is wrong in it")
    func places() throws {
        let own = "#JSGF V1.0;\ngrammar phrases;\n\npublic <a> = party <nowhere>;"
        let file = try PhraseFile(parsing: own, file: "own.gram")
        let error = #expect(throws: GrammarError.self) { try joined(file) }
        #expect(error?.first.description == "own.gram:4:20: <nowhere> is not defined")
        let words = try joined(PhraseFile(parsing: own.replacing("<nowhere>", with: "red"), file: "own.gram"))
        let missing = words.missingWords(in: PronunciationDictionary()).map(\.description)
        #expect(missing.contains("own.gram:4:14: the word 'party' has no pronunciation"))
        #expect(missing.contains("base.gram:3:31: the word 'movie' has no pronunciation"))
    }
}

extension String {
    fileprivate func replacing(_ text: String, with other: String) -> String {
        split(separator: text, omittingEmptySubsequences: false).joined(separator: other)
    }
}
