import CommandLanguage
import Testing

@Suite("Interpreting words")
struct InterpretationTests {
    private let grammar: Grammar

    init() throws {
        grammar = try Grammar(
            "turn <which> (on {power=on} | off {power=off}) [please]",
            "<which> = light (one {led=1} | two {led=2}) | all {led=all} [lights];")
    }

    @Test("gives slots in the order of the words")
    func order() {
        #expect(
            grammar.interpret(["turn", "light", "two", "off"])
                == .understood([Slot("led", "2"), Slot("power", "off")]))
    }

    @Test("says which word no sentence goes on with, and what could have stood there")
    func stuck() {
        #expect(
            grammar.interpret(line: "turn light four off") == .stuck(at: 2, expected: ["one", "two"]))
        #expect(grammar.interpret(line: "banana") == .stuck(at: 0, expected: ["turn"]))
        #expect(grammar.interpret(line: "turn all on please now") == .stuck(at: 4, expected: []))
    }

    @Test("says how the beginning of a sentence goes on")
    func incomplete() {
        #expect(grammar.interpret(line: "turn all") == .incomplete(expected: ["lights", "off", "on"]))
        #expect(grammar.interpret([]) == .incomplete(expected: ["turn"]))
    }

    @Test(
        "does not mind case, blanks and punctuation",
        arguments: ["TURN all ON", "  turn\tall  on \n", "Turn all on, please!", "\u{201C}turn all on.\u{201D}"])
    func spelling(line: String) {
        #expect(grammar.interpret(line: line) == .understood([Slot("led", "all"), Slot("power", "on")]))
    }

    @Test("compares composed and decomposed characters as equal")
    func equivalence() throws {
        // The grammar holds syllables, the line holds their letters, as macOS and some input methods write them.
        let grammar = try Grammar("\u{BD88} 켜 | caf\u{E9}")
        #expect(grammar.interpret(line: "\u{1107}\u{116E}\u{11AF} 켜") == .understood([]))
        #expect(grammar.interpret(line: "CAFE\u{301}") == .understood([]))
    }

    @Test(
        "takes a number as a word by itself, and joined words apart",
        arguments: ["led2 50%", "LED 2 50 %", "led-2 50%"])
    func numbers(line: String) throws {
        let grammar = try Grammar("led 2 50 %", "")
        #expect(grammar.interpret(line: line) == .understood([]))
    }

    @Test("takes decimals, apostrophes and abbreviations as they are written")
    func wordsWithSigns() throws {
        let grammar = try Grammar("i'd like 2.5 L.E.D.")
        #expect(grammar.interpret(line: "I\u{2019}d like 2.5 l e d") == .understood([]))
        #expect(grammar.interpret(line: "i'd like 25 l e d") == .stuck(at: 2, expected: ["2.5"]))
    }

    @Test("counts the words of a line as they are typed, not as they are cut")
    func index() throws {
        let grammar = try Grammar("led 2 50 % on")
        #expect(grammar.interpret(line: "led2 50% off") == .stuck(at: 2, expected: ["on"]))
        #expect(Grammar.words(of: "led2 50%  off") == ["led2", "50%", "off"])
    }

    @Test("lets the earlier alternative win, within words as well")
    func preference() throws {
        let grammar = try Grammar("(red {first=1} | red {second=2}) [blue {third=3}] [blue {fourth=4}]")
        #expect(grammar.interpret(line: "red blue") == .understood([Slot("first", "1"), Slot("third", "3")]))
    }

    @Test("repeats tags with the words that are repeated")
    func repetition() throws {
        let grammar = try Grammar("<color> (and <color>)*", "<color> = red {color=red} | blue {color=blue};")
        #expect(
            grammar.interpret(line: "red and blue and red")
                == .understood([Slot("color", "red"), Slot("color", "blue"), Slot("color", "red")]))
    }

    @Test("follows recursion at the end of rules, of several rules too")
    func recursion() throws {
        let grammar = try Grammar(
            "<list>",
            "<list> = <item> | <item> and <more>;\n<more> = also <list> | <item>;\n<item> = red {c=r} | blue {c=b};")
        #expect(
            grammar.interpret(line: "red and also blue and also blue and red")
                == .understood([Slot("c", "r"), Slot("c", "b"), Slot("c", "b"), Slot("c", "r")]))
        #expect(grammar.interpret(line: "red also blue") == .stuck(at: 1, expected: ["and"]))
    }

    @Test("tells what may come next, and whether the sentence may end")
    func next() {
        #expect(grammar.next(after: []) == NextWords(words: ["turn"], mayEnd: false))
        #expect(grammar.next(after: ["turn", "light"]) == NextWords(words: ["one", "two"], mayEnd: false))
        #expect(grammar.next(after: ["turn", "all", "on"]) == NextWords(words: ["please"], mayEnd: true))
        #expect(grammar.next(after: ["turn", "what"]) == NextWords(words: [], mayEnd: false))
    }

    @Test("offers typed words to the keyboard, not to the ear")
    func nextFromSpeech() throws {
        let grammar = try Grammar("light (two | <digit>)", "/** @typed */ <digit> = 10 | 9 | 2nd;")
        #expect(grammar.next(after: ["light"]).words == ["2nd", "two", "9", "10"])
        #expect(grammar.next(after: ["light"], from: .speech).words == ["two"])
    }
}
