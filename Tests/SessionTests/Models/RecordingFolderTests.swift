import Accuracy
import CommandLanguage
import Foundation
import Testing
import VocabularyFiles

@testable import Session

@Suite("A folder of one's recordings")
struct RecordingFolderTests {
    private let path = NSTemporaryDirectory() + "voiceled-recordings-\(UUID().uuidString)"

    @Test("goes on where it was stopped, and forgets what is taken back")
    func resuming() throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        var folder = try RecordingFolder(path: path, speaker: "me")
        #expect(folder.missing(["red", "off"], times: 2).map(\.phrase) == ["red", "off", "red", "off"])
        try folder.add([1, 2, 3], saying: "red")
        try folder.add([4, 5], saying: "off")
        try folder.removeLast(saying: "off")
        try folder.add([6, 7], saying: "off")

        let again = try RecordingFolder(path: path, speaker: "me")
        #expect(again.count == 2)
        #expect(again.missing(["red", "off"], times: 1).isEmpty)
        #expect(
            again.missing(["red", "light two on"], times: 1) == [CalibrationPrompt("light two on", number: 1, of: 1)])
        // Somebody else has said nothing yet.
        #expect(try RecordingFolder(path: path, speaker: "you").missing(["red"], times: 1).count == 1)
        let entries = try RecordingList.folder(path).read().entries
        #expect(entries.map(\.label) == ["red", "off"])
        #expect(entries.allSatisfy { FileManager.default.fileExists(atPath: $0.path) })
        #expect(try FileManager.default.contentsOfDirectory(atPath: path).count == 3)
    }

    @Test(
        "what is said is read from the name",
        arguments: [
            ("light-two-on.1.wav", "light two on"), ("off.wav", "off"), ("light two on/2.flac", "light two on"),
            ("anna/Turn_On/3.wav", "turn on"),
        ])
    func names(name: String, phrase: String) {
        #expect(RecordingList.phrase(of: name) == phrase)
    }

    @Test("the phrases that are asked for have every word of the grammar in them")
    func covering() throws {
        let vocabulary = try Vocabulary.spoken(grammarPath: nil, dictionaryPath: nil, language: .english)
        let phrases = PhraseChoice.covering(vocabulary.grammar)
        let words = Set(phrases.flatMap { $0.split(separator: " ").map { $0.lowercased() } })
        #expect(words == vocabulary.grammar.vocabulary)
        #expect(phrases.count <= 55)
    }
}
