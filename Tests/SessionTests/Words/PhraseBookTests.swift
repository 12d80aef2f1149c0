import CommandLanguage
import Foundation
import Testing
import VocabularyFiles

@testable import Session

@Suite("PhraseBook")
final class PhraseBookTests {
    private let root = FileManager.default.temporaryDirectory.appending(path: "voiceled-words-\(UUID())").path
    private var folder: OwnWordsFolder { OwnWordsFolder(path: root + "/words") }
    private let english = PhraseBook.Origin(grammarPath: nil, dictionaryPath: nil, language: .english)
    private let korean = PhraseBook.Origin(grammarPath: nil, dictionaryPath: nil, language: .korean)

    deinit { try? FileManager.default.removeItem(atPath: root) }

    private func open(_ origin: PhraseBook.Origin? = nil) throws -> PhraseBook {
        try .open(origin ?? english, in: folder)
    }

    private func sounds(_ book: PhraseBook, _ phrase: Phrase) async throws -> [WordPronunciation] {
        try await book.pronouncer.pronounce(phrase.words)
    }

    private func add(_ text: String, _ means: String) async throws {
        let book = try open()
        let phrase = try book.phrase(text, means: means)
        try book.adding(phrase, sounding: try await sounds(book, phrase)).write()
    }

    @Test("keeps a phrase with the sounds that no dictionary has, and forgets both")
    func addingAndRemoving() async throws {
        try await add("Zzyzx time!", "color=blue level=20")
        try await add("movie time", "power=off")
        #expect(try open().phrases.map(\.text) == ["zzyzx time", "movie time"])
        let dictionary = try String(contentsOfFile: folder.dictionary, encoding: .utf8)
        #expect(dictionary.contains("\nzzyzx "))
        #expect(!dictionary.contains("movie"))

        let vocabulary = try Vocabulary.spoken(
            grammarPath: nil, dictionaryPath: nil, language: .english, own: .these(.kept(in: folder)))
        #expect(vocabulary.pronunciations?.contains("zzyzx") == true)
        #expect(vocabulary.grammar.interpret(line: "movie time") == .understood([Slot("power", "off")]))

        try open().removing("zzyzx TIME").write()
        #expect(try open().phrases.map(\.text) == ["movie time"])
        #expect(try !String(contentsOfFile: folder.dictionary, encoding: .utf8).contains("zzyzx"))
    }

    @Test("goes back to what was there before, and forth again, also from a file that is broken")
    func undoing() async throws {
        let error = #expect(throws: WordsError.self) { try PhraseBook.undo(english, in: folder) }
        #expect(error?.description.hasPrefix("there is nothing to undo") == true)
        try await add("zzyzx", "power=on")
        try PhraseBook.undo(english, in: folder).write()
        #expect(try open().phrases == [])
        try PhraseBook.undo(english, in: folder).write()
        #expect(try open().phrases.map(\.text) == ["zzyzx"])
        try "oops".write(toFile: folder.phrases, atomically: true, encoding: .utf8)
        #expect(throws: GrammarError.self) { try open() }
        try PhraseBook.undo(english, in: folder).write()
        #expect(try open().phrases == [])
    }

    @Test("writes nothing over what somebody else wrote meanwhile")
    func meanwhile() async throws {
        let book = try open()
        let phrase = try book.phrase("movie time", means: "power=on")
        let change = try book.adding(phrase, sounding: try await sounds(book, phrase))
        try await add("party place", "power=off")
        let error = #expect(throws: WordsError.self) { try change.write() }
        #expect(error?.description == "somebody else changed \(folder.phrases) meanwhile")
        #expect(try open().phrases.map(\.text) == ["party place"])
    }

    @Test("knows what is understood already, in the same meaning and in another")
    func knowledge() async throws {
        try await add("movie time", "power=off")
        let book = try open()
        func knowledge(_ text: String, _ means: String) throws -> PhraseBook.Knowledge {
            try book.knowledge(of: book.phrase(text, means: means))
        }
        #expect(try knowledge("party place", "power=on") == .unknown)
        #expect(try knowledge("All Off", "power=off") == .same)
        #expect(try knowledge("movie time", "power=on") == .different([Slot("power", "off")], isOwn: true))
        guard case .different(_, isOwn: false) = try knowledge("movie night", "color=blue level=20") else {
            Issue.record("the grammar's own movie night is not known")
            return
        }
    }

    @Test("lets the user's phrase count before the grammar's own")
    func precedence() async throws {
        try await add("movie night", "color=blue level=20")
        #expect(
            try open().grammar.interpret(line: "movie night")
                == .understood([Slot("color", "blue"), Slot("level", "20")]))
        try open().removing("movie night").write()
        guard case .understood(let slots) = try open().grammar.interpret(line: "movie night") else {
            Issue.record("movie night is gone")
            return
        }
        #expect(slots.contains(Slot("color", "orange")))
    }

    @Test("finds what sounds alike and means something else, and nothing else")
    func rivals() async throws {
        let book = try open()
        func rivals(_ text: String, _ means: String) async throws -> [String] {
            let phrase = try book.phrase(text, means: means)
            return book.rivals(of: phrase, sounding: try await sounds(book, phrase)).map {
                "\($0.sentence.text) \($0.distance.rounded(toDecimals: 2))"
            }
        }
        #expect(try await rivals("movie light", "power=on").first?.hasPrefix("movie night 0.0") == true)
        #expect(try await rivals("read", "power=on").first == "red 0.0")
        #expect(try await rivals("read", "color=red") == [])
        #expect(try await rivals("movie time", "power=on") == [])
        #expect(try await rivals("lite to on", "led=3 power=on").first == "light two on 0.0")
    }

    @Test(
        "refuses words that cannot be said",
        arguments: ["", "  !", "movie 2", "불 켜", "a*b", "x {y=1}", "--", "</a>", String(repeating: "very ", count: 13)])
    func words(text: String) throws {
        let error = #expect(throws: WordsError.self) { try open().phrase(text, means: "power=on") }
        #expect(error?.hint?.isEmpty == false)
    }

    @Test(
        "refuses slots that make no sense, and says what would",
        arguments: [
            ("", "--means says nothing"), ("then", "--means says nothing"), ("blue", "--means: 'blue' is no slot"),
            ("color=bleu", "--means: color=bleu is no colour that is known"),
            ("level=200", "--means: level=200 is out of"),
            ("led=2", "--means: led=2 has nothing to do"), ("power=on then led=1", "--means: led=1 has nothing to do"),
            ("blink=fast", "--means: blink=fast is no number"), ("=on", "--means: '=on' is no slot"),
        ])
    func means(text: String, message: String) throws {
        let error = #expect(throws: WordsError.self) { try open().phrase("movie time", means: text) }
        #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
        #expect(error?.hint?.isEmpty == false)
    }

    @Test("hands other slots on, and says what our own sketch would refuse")
    func slots() throws {
        let book = try open()
        let coffee = try book.phrase("coffee please", means: "drink=latte power=on")
        #expect(book.slotsForOthers(of: coffee) == [Slot("drink", "latte")])
        #expect(book.objection(to: coffee) == nil)
        #expect(
            book.objection(to: try book.phrase("blue two", means: "led=2 color=blue"))?.contains("has no colour")
                == true)
        let scene = try book.phrase("good night", means: "led=lamp color=blue then led=all power=off")
        #expect(scene.slots.contains(.then))
    }

    @Test("takes Korean phrases for typing, composed, and needs no sounds for them")
    func koreanPhrases() throws {
        let book = try open(korean)
        #expect(!book.isSpoken)
        let phrase = try book.phrase("영화 시간".decomposedStringWithCanonicalMapping, means: "color=blue")
        #expect(phrase.words.map { Array($0.unicodeScalars).count } == [2, 2])
        try book.adding(phrase, sounding: []).write()
        #expect(try open(korean).grammar.interpret(line: "영화 시간") == .understood([Slot("color", "blue")]))
        #expect(FileManager.default.fileExists(atPath: folder.phrases))
    }
}
