public import CommandLanguage
internal import FoundationEssentials

/// The words of a session: a checked grammar and, when it is to be heard, how its words sound.
public struct Vocabulary: Sendable {
    public let grammar: Grammar
    /// Pronunciations of exactly the words that the decoder listens for; `nil` for a grammar that is only typed.
    public let pronunciations: PronunciationDictionary?

    /// The files that it was read from and that a user edits: the grammar, and then the dictionary if there is one.
    public let files: [VocabularyFile]

    /// Where Debian's package `pocketsphinx-en-us` puts its dictionary of 134,000 words.
    public static let largeDictionary = "/usr/share/pocketsphinx/model/en-us/cmudict-en-us.dict"

    /// Loads and checks a grammar for typing.
    ///
    /// - Throws: ``VocabularyError``, or `GrammarError` with file, line and column.
    public static func typed(grammarPath: String?, language: Language) throws -> Vocabulary {
        let path = try grammarPath ?? ModelFolder.find().grammar(language)
        let text = try TextFile.read(path)
        return Vocabulary(
            grammar: try Grammar(parsing: text, file: path), pronunciations: nil,
            files: [VocabularyFile(path: path, text: text)])
    }

    /// Loads and checks a grammar for listening, and finds out how its words sound.
    ///
    /// A word that is not in the dictionary is looked up in the large one.
    ///
    /// - Parameter dictionaryPath: the built-in one of the language when `nil`.
    /// - Throws: ``VocabularyError``, also for a word that no dictionary has; `DictionaryError`; or `GrammarError`.
    public static func spoken(
        grammarPath: String?, dictionaryPath: String?, language: Language
    ) throws -> Vocabulary {
        let typed = try typed(grammarPath: grammarPath, language: language)
        let wanted = typed.grammar.vocabulary
        guard !wanted.isEmpty else { throw VocabularyError.typedOnly(typed.grammar) }

        let path = try dictionaryPath ?? ModelFolder.find().dictionary(.english)
        let text = try TextFile.read(path)
        var dictionary = try PronunciationDictionary(
            parsing: text, file: path, phones: PronunciationDictionary.englishPhones)
        let missing = wanted.subtracting(dictionary.words)
        if !missing.isEmpty, let large = try? Data(contentsOf: URL(filePath: largeDictionary), options: .alwaysMapped) {
            dictionary = dictionary.adding(
                large.withUnsafeBytes { PronunciationDictionary.selecting(missing, from: $0) })
        }
        let silent = typed.grammar.missingWords(in: dictionary)
        guard silent.isEmpty else { throw VocabularyError.missingWords(silent) }
        return Vocabulary(
            grammar: typed.grammar, pronunciations: dictionary.restricted(to: wanted),
            files: typed.files + [VocabularyFile(path: path, text: text)])
    }

    /// The form in which a decoder takes it: the grammar as JSGF that the decoder can read, and the pronunciations.
    ///
    /// - Throws: ``VocabularyError`` for a vocabulary that can only be typed.
    public func forDecoder() throws(VocabularyError) -> (grammar: String, dictionary: String) {
        guard let heard = grammar.decoderGrammar, let pronunciations else { throw .typedOnly(grammar) }
        return (heard.jsgf, pronunciations.text)
    }
}
