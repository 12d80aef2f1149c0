import CommandLanguage
import Testing

@Suite("English commands")
struct EnglishCommandsTests {
    private let grammar: Grammar

    init() throws { grammar = try Model.english.get() }

    static let spoken = [
        // Alone.
        ("on", "all on"),
        ("off", "all off"),
        ("turn on", "all on"),
        ("switch off", "all off"),
        ("red", "lamp ff0000"),
        ("green", "lamp 00ff00"),
        ("blue", "lamp 0000ff"),
        ("yellow", "lamp ffb000"),
        ("cyan", "lamp 00ffff"),
        ("magenta", "lamp ff00ff"),
        ("white", "lamp ffffff"),
        ("orange", "lamp ff4800"),
        ("purple", "lamp 8000ff"),
        ("pink", "lamp ff3060"),
        ("brighter", "all +20 %"),
        ("dimmer", "all -20 %"),
        ("darker", "all -20 %"),
        ("fifty percent", "all 50 %"),
        ("blink", "all blink 500 ms"),
        ("blink fast", "all blink 200 ms"),
        ("flash slowly", "all blink 1000 ms"),
        ("stop blinking", "all steady"),
        // One light.
        ("light one on", "led 1 on"),
        ("light two off", "led 2 off"),
        ("light three on", "led 3 on"),
        ("turn light two off", "led 2 off"),
        ("switch light one on", "led 1 on"),
        ("turn on light three", "led 3 on"),
        ("switch off light one", "led 1 off"),
        ("the first light on", "led 1 on"),
        ("turn the second light on", "led 2 on"),
        ("turn off the third light", "led 3 off"),
        ("LED two on", "led 2 on"),
        ("l e d two on", "led 2 on"),
        ("led one off", "led 1 off"),
        ("toggle light two", "led 2 toggle"),
        // Groups.
        ("all on", "all on"),
        ("all off", "all off"),
        ("turn all off", "all off"),
        ("turn off all", "all off"),
        ("turn on all the lights", "all on"),
        ("turn off all of the lights", "all off"),
        ("all lights on", "all on"),
        ("lights on", "all on"),
        ("the lights off", "all off"),
        ("turn the lights off", "all off"),
        ("turn on the light", "all on"),
        ("the light off", "all off"),
        ("LEDs on", "all on"),
        ("everything off", "all off"),
        ("turn off everything", "all off"),
        ("odd lights on", "odd on"),
        ("even lights off", "even off"),
        ("turn the odd lights off", "odd off"),
        ("turn on even LEDs", "even on"),
        ("toggle all", "all toggle"),
        ("toggle the odd lights", "odd toggle"),
        // The lamp.
        ("lamp on", "lamp on"),
        ("lamp off", "lamp off"),
        ("turn off the lamp", "lamp off"),
        ("lamp red", "lamp ff0000"),
        ("the lamp green", "lamp 00ff00"),
        ("lamp to blue", "lamp 0000ff"),
        ("make the lamp yellow", "lamp ffb000"),
        ("turn the lamp pink", "lamp ff3060"),
        ("set lamp to orange", "lamp ff4800"),
        ("change the lamp to cyan", "lamp 00ffff"),
        ("paint the lamp purple", "lamp 8000ff"),
        ("toggle the lamp", "lamp toggle"),
        // Colours.
        ("make everything blue", "lamp 0000ff"),
        ("lights red", "lamp ff0000"),
        ("all the lights white", "lamp ffffff"),
        ("light two red", "led 2 ff0000"),
        ("make the second light green", "led 2 00ff00"),
        ("odd lights magenta", "odd ff00ff"),
        // Brightness.
        ("set light one to fifty percent", "led 1 50 %"),
        ("light two twenty five percent", "led 2 25 %"),
        ("light three at ten percent", "led 3 10 %"),
        ("lamp to zero percent", "lamp 0 %"),
        ("set everything to one hundred percent", "all 100 %"),
        ("all lights to a hundred percent", "all 100 %"),
        ("the lights at hundred percent", "all 100 %"),
        ("brightness seventy", "all 70 %"),
        ("set the brightness to thirty percent", "all 30 %"),
        ("brightness to five percent", "all 5 %"),
        ("lights brighter", "all +20 %"),
        ("light two dimmer", "led 2 -20 %"),
        ("make the lamp brighter", "lamp +20 %"),
        ("make all the lights darker", "all -20 %"),
        ("dim the lights", "all -20 %"),
        ("dim light two to twenty percent", "led 2 20 %"),
        ("dim the lamp to five percent", "lamp 5 %"),
        // Blinking.
        ("blink light two fast", "led 2 blink 200 ms"),
        ("blink light one", "led 1 blink 500 ms"),
        ("blink the lamp slowly", "lamp blink 1000 ms"),
        ("flash all quickly", "all blink 200 ms"),
        ("blink all the lights slow", "all blink 1000 ms"),
        ("light two blink", "led 2 blink 500 ms"),
        ("make the lamp blink fast", "lamp blink 200 ms"),
        ("odd lights flash slow", "odd blink 1000 ms"),
        ("light one stop blinking", "led 1 steady"),
        ("stop blinking light one", "led 1 steady"),
        ("stop blinking all", "all steady"),
        // Two in a breath.
        ("light one on and lamp red", "led 1 on, lamp ff0000"),
        ("turn on light one and turn off light two", "led 1 on, led 2 off"),
        ("light one off then light three on", "led 1 off, led 3 on"),
        ("lamp blue and then dim the lights", "lamp 0000ff, all -20 %"),
        ("all off and blink the lamp fast", "all off, lamp blink 200 ms"),
        ("set light one to ten percent and light two to ninety percent", "led 1 10 %, led 2 90 %"),
        // Scenes and the session.
        ("movie night", "all off, lamp ff4800, lamp 20 %"),
        ("party time", "odd blink 200 ms, even blink 300 ms, lamp ff00ff, lamp blink 500 ms"),
        ("go to sleep", "sleep"),
        ("wake up", "wake"),
        // Politeness.
        ("please turn light two off", "led 2 off"),
        ("light two off please", "led 2 off"),
        ("please red please", "lamp ff0000"),
        ("go to sleep please", "sleep"),
    ]

    static let typed = [
        ("light 2 to 50 percent", "led 2 50 %"),
        ("led 2 on", "led 2 on"),
        ("led2 on", "led 2 on"),
        ("LED-3 off", "led 3 off"),
        ("set light 1 to 100%", "led 1 100 %"),
        ("50%", "all 50 %"),
        ("brightness 7", "all 7 %"),
        ("brightness 70 %", "all 70 %"),
        ("lamp at 0%", "lamp 0 %"),
        ("fifty %", "all 50 %"),
        ("Turn light two off, please!", "led 2 off"),
        ("L.E.D. two on", "led 2 on"),
        ("twenty-one percent", "all 21 %"),
        ("odd on", "odd on"),
        ("even off", "even off"),
        ("turn odd off", "odd off"),
        ("toggle even", "even toggle"),
        ("turn on odd", "odd on"),
        ("blink odd", "odd blink 500 ms"),
        ("all red", "lamp ff0000"),
        ("make all green", "lamp 00ff00"),
        ("even 20 percent", "even 20 %"),
        ("odd blink fast", "odd blink 200 ms"),
    ]

    static let refused = [
        ("", "incomplete"),
        ("one", "incomplete"),
        ("light", "incomplete"),
        ("light two", "incomplete"),
        ("light four on", "stuck at 1"),
        ("turn", "incomplete"),
        ("two on", "stuck at 1"),
        ("lamp and red", "stuck at 1"),
        ("red and blue", "stuck at 1"),
        ("light one on and", "incomplete"),
        ("make it blue", "stuck at 1"),
        ("on off", "stuck at 1"),
        ("movie", "incomplete"),
        ("sleep", "stuck at 0"),
        ("a hundred and ten percent", "stuck at 2"),
        ("one hundred one percent", "stuck at 2"),
        ("ten one percent", "stuck at 1"),
        ("banana", "stuck at 0"),
    ]

    @Test("mean what they say", arguments: spoken + typed)
    func meaning(line: String, expected: String) throws {
        #expect(try grammar.meaning(of: line) == expected)
    }

    @Test("that are spoken are among what the decoder listens for", arguments: spoken)
    func hearable(line: String, _: String) throws {
        let decoder = try Model.englishDecoder.get()
        #expect(decoder.interpret(line: line) == .understood([]))
        #expect(grammar.next(after: Grammar.words(of: line), from: .speech).mayEnd)
    }

    @Test("end where they cannot go on", arguments: refused)
    func refusal(line: String, expected: String) throws {
        #expect(try grammar.meaning(of: line) == expected)
    }

    @Test("know every number from zero to a hundred", arguments: 0...100)
    func numbers(number: Int) throws {
        #expect(try grammar.meaning(of: "\(Self.spelled(number)) percent") == "all \(number) %")
        #expect(try grammar.meaning(of: "light two to \(number)%") == "led 2 \(number) %")
    }

    @Test("all make sense to the lights, and have one meaning")
    func everySentence() throws {
        for sentence in grammar.examples(limit: 3_000, from: .text) {
            #expect(grammar.interpret(sentence.words) == .understood(sentence.slots), "\(sentence.text)")
            #expect(throws: Never.self, "\(sentence.text)") { try Meaning(of: sentence.slots) }
        }
        #expect(grammar.ambiguities(among: 3_000) == [])
    }

    @Test("raise no warnings, and their words are all in the dictionary")
    func complete() throws {
        let dictionary = try Model.englishDictionary()
        #expect(grammar.warnings == [])
        #expect(grammar.missingWords(in: dictionary) == [])
        #expect(dictionary.words.subtracting(grammar.vocabulary) == [])
    }

    private static func spelled(_ number: Int) -> String {
        let small = [
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
            "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
        ]
        let tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
        switch number {
        case ..<20: return small[number]
        case 100: return "one hundred"
        default: return tens[number / 10] + (number % 10 == 0 ? "" : " " + small[number % 10])
        }
    }
}
