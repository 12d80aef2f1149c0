import CommandLanguage
import Foundation
import Testing

@testable import VocabularyFiles

@Suite("Vocabulary")
struct VocabularyTests {
    /// A grammar in a file of its own, removed with the value.
    private final class GrammarFile {
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).gram").path

        init(_ body: String) throws {
            try "#JSGF V1.0;\ngrammar test;\n\(body)\n".write(toFile: path, atomically: true, encoding: .utf8)
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }
    }

    @Test("takes a word that our dictionary lacks from the large one")
    func largeDictionary() throws {
        let file = try GrammarFile("public <order> = a large cappuccino;")
        let vocabulary = try Vocabulary.spoken(grammarPath: file.path, dictionaryPath: nil, language: .english)
        #expect(vocabulary.pronunciations?.words == ["a", "large", "cappuccino"])
    }

    @Test("names a word that no dictionary has, and where it stands")
    func unknownWord() throws {
        let file = try GrammarFile("public <order> = a quuxification;")
        let error = #expect(throws: VocabularyError.self) {
            try Vocabulary.spoken(grammarPath: file.path, dictionaryPath: nil, language: .english)
        }
        #expect(error?.description == "\(file.path):3:20: the word 'quuxification' has no pronunciation")
        #expect(error?.words.count == 1)
    }

    @Test("names a grammar file that is not there")
    func missing() {
        let error = #expect(throws: VocabularyError.self) {
            try Vocabulary.typed(grammarPath: "/nowhere/x.gram", language: .english)
        }
        #expect(error?.description == "cannot read /nowhere/x.gram: No such file or directory")
    }

    @Test("says that a grammar for typing cannot be heard")
    func typedOnly() throws {
        let error = #expect(throws: VocabularyError.self) {
            try Vocabulary.spoken(grammarPath: nil, dictionaryPath: nil, language: .korean)
        }
        #expect(error?.kind == .typedOnly)
        #expect(error?.hint?.contains("voiceled repl") == true)
    }
}
