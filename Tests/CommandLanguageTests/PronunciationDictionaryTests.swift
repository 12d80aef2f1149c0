import CommandLanguage
import Testing

@Suite("PronunciationDictionary")
struct PronunciationDictionaryTests {
    @Test("reads words, variants and comments")
    func parsing() throws {
        let text = "## comment\n;;; another\nthe DH AH\r\nthe(2) DH IY\nLight\tL  AY T # lamp\n\n"
        let dictionary = try PronunciationDictionary(parsing: text, file: "d.dict")
        #expect(dictionary.words == ["the", "light"])
        #expect(dictionary.pronunciations(of: "THE") == [["DH", "AH"], ["DH", "IY"]])
        #expect(dictionary.contains("light"))
        #expect(dictionary.pronunciations(of: "lamp") == [])
    }

    @Test("writes what it reads, sorted and numbered")
    func text() throws {
        let dictionary = try PronunciationDictionary(
            parsing: "the(3) DH IY\non AA N\nthe DH AH\nthe(2) DH AH\n", file: "d")
        #expect(dictionary.text == "on AA N\nthe DH IY\nthe(2) DH AH\n")
    }

    @Test(
        "says what is wrong in which line",
        arguments: [
            ("on AA N\nlight\n", "d.dict:2: the word 'light' has no pronunciation", DictionaryError.Kind.noPhones),
            ("the(two) DH IY\n", "d.dict:1: 'the(two)' is no word and no variant of one", .badVariant),
            ("(2) DH IY\n", "d.dict:1: '(2)' is no word and no variant of one", .badVariant),
            ("on AA1 N\n", "d.dict:1: 'AA1' is no sound that the model knows", .unknownPhone),
            ("on QQ N\n", "d.dict:1: 'QQ' is no sound that the model knows", .unknownPhone),
            ("caf\u{FFFD} K AE\n", "d.dict:1: this is not UTF-8", .encoding),
        ])
    func errors(text: String, message: String, kind: DictionaryError.Kind) throws {
        let error = try #require(throws: DictionaryError.self) {
            _ = try PronunciationDictionary(
                parsing: text, file: "d.dict", phones: PronunciationDictionary.englishPhones)
        }
        #expect(error.description == message)
        #expect(error.kind == kind)
        #expect(error.hint != nil)
    }

    @Test("takes the number of the stress off in its advice")
    func stress() throws {
        let error = try #require(throws: DictionaryError.self) {
            _ = try PronunciationDictionary(
                parsing: "on AA1 N", file: "d", phones: PronunciationDictionary.englishPhones)
        }
        #expect(error.hint == "write AA: in capitals, without the number of the stress")
    }

    @Test("takes only the wanted words out of a large dictionary")
    func selecting() {
        let large = "a AH\na(2) EY\nable EY B AH L\nAT AE T\nlight L AY T\nlighted L AY T IH D\nnonsense\non AA N"
        let selected = PronunciationDictionary.selecting(
            ["a", "At", "light", "nonsense", "on", "unknown"], from: Array(large.utf8))
        #expect(selected.text == "a AH\na(2) EY\nat AE T\nlight L AY T\non AA N\n")
    }

    @Test("finds every word whatever the length of the lines around it", arguments: 0..<20)
    func selectingBetweenLines(length: Int) {
        let filler = "x" + String(repeating: "y", count: length) + " K\n"
        let text = filler + "on AA N\n" + filler + "off AO F\n" + filler
        let selected = PronunciationDictionary.selecting(["on", "off"], from: Array(text.utf8))
        #expect(selected.text == "off AO F\non AA N\n")
    }

    @Test("puts its own words before those of another, and keeps only what is needed")
    func combining() throws {
        let own = try PronunciationDictionary(parsing: "led L EH D\nextra EH K S\n", file: "own")
        let large = try PronunciationDictionary(parsing: "led L IY D\non AA N\n", file: "large")
        #expect(own.adding(large).restricted(to: ["led", "on", "off"]).text == "led L EH D\non AA N\n")
    }
}
