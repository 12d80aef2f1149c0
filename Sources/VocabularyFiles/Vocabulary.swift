public import CommandLanguage
internal import FoundationEssentials

/// The words of a session: a checked grammar and, when it is to be heard, how its words sound.
public struct Vocabulary: Sendable {
    public let grammar: Grammar
    /// Pronunciations of exactly the words that the decoder listens for; `nil` for a grammar that is only typed.
    public let pronunciations: PronunciationDictionary?

    /// The files that it was read from and that a user edits: the grammar, then the user's own phrases and the dictionary
    /// if there are any; a file for phrases that is not there yet is among them.
    public let files: [VocabularyFile]

    /// Where Debian's package `pocketsphinx-en-us` puts its dictionary of 134,000 words.
    public static let largeDictionary = "/usr/share/pocketsphinx/model/en-us/cmudict-en-us.dict"

    /// Loads and checks a grammar for typing.
    ///
    /// - Parameter own: the user's phrases; they count first where the grammar has the same words.
    /// - Throws: ``VocabularyError``, or `GrammarError` with file, line and column.
    public static func typed(
        grammarPath: String?, language: Language, own: OwnWordsChoice = .none
    ) throws -> Vocabulary {
        let (grammar, words, files) = try read(grammarPath, language, own)
        return Vocabulary(
            grammar: grammar, pronunciations: nil, files: files + (words.map { [$0.files.phrases] } ?? []))
    }

    /// Loads and checks a grammar for listening, and finds out how its words sound.
    ///
    /// A word that is not in the dictionary is looked up in the user's own, and then in the large one; one that is in the
    /// dictionary gets the pronunciations of the user's own as further ones.
    ///
    /// - Parameters:
    ///   - dictionaryPath: the built-in one of the language when `nil`.
    ///   - own: the user's phrases; they count first where the grammar has the same words.
    /// - Throws: ``VocabularyError``, also for a word that no dictionary has; `DictionaryError`; or `GrammarError`.
    public static func spoken(
        grammarPath: String?, dictionaryPath: String?, language: Language, own: OwnWordsChoice = .none
    ) throws -> Vocabulary {
        let (grammar, words, files) = try read(grammarPath, language, own)
        let wanted = grammar.vocabulary
        guard !wanted.isEmpty else { throw VocabularyError.typedOnly(grammar) }

        let path = try dictionaryPath ?? ModelFolder.find().dictionary(.english)
        let text = try TextFile.read(path)
        var dictionary = try PronunciationDictionary(
            parsing: text, file: path, phones: PronunciationDictionary.englishPhones)
        if let words, let text = words.dictionary {
            let further = try PronunciationDictionary(
                parsing: text, file: words.folder.dictionary, phones: PronunciationDictionary.englishPhones)
            for word in further.words {
                for phones in further.pronunciations(of: word) { dictionary.add(phones, for: word) }
            }
        }
        let missing = wanted.subtracting(dictionary.words)
        if !missing.isEmpty { dictionary = dictionary.adding(inLargeDictionary(missing)) }
        let silent = grammar.missingWords(in: dictionary)
        guard silent.isEmpty else { throw VocabularyError.missingWords(silent) }
        let ownFiles = words.map { [$0.files.phrases, $0.files.dictionary] } ?? []
        return Vocabulary(
            grammar: grammar, pronunciations: dictionary.restricted(to: wanted),
            files: files + ownFiles + [VocabularyFile(path: path, text: text)])
    }

    /// The pronunciations of words as Debian's large dictionary has them; none where that is not installed.
    package static func inLargeDictionary(_ words: Set<String>) -> PronunciationDictionary {
        guard let large = try? Data(contentsOf: URL(filePath: largeDictionary), options: .alwaysMapped) else {
            return PronunciationDictionary()
        }
        return large.withUnsafeBytes { PronunciationDictionary.selecting(words, from: $0) }
    }

    /// - Returns: the grammar, with the user's phrases if there are any; these; and the grammar's own file.
    private static func read(
        _ grammarPath: String?, _ language: Language, _ own: OwnWordsChoice
    ) throws -> (Grammar, OwnWords?, [VocabularyFile]) {
        let path = try grammarPath ?? ModelFolder.find().grammar(language)
        let text = try TextFile.read(path)
        let parsed = try ParsedGrammar(parsing: text, file: path)
        let words: OwnWords? =
            switch own {
            case .none: nil
            case .kept: try OwnWordsFolder.standard(of: parsed).map { try OwnWords.kept(in: $0) }
            case .these(let words): words
            }
        let phrases = try words.flatMap { words in
            try words.phrases.map { try ParsedGrammar(parsing: $0, file: words.folder.phrases) }
        }
        let grammar = try Grammar(phrases.map { parsed.adding($0) } ?? parsed)
        return (grammar, words, [VocabularyFile(path: path, text: text)])
    }

    /// The form in which a decoder takes it: the grammar as JSGF that the decoder can read, and the pronunciations.
    ///
    /// - Throws: ``VocabularyError`` for a vocabulary that can only be typed.
    public func forDecoder() throws(VocabularyError) -> (grammar: String, dictionary: String) {
        guard let heard = grammar.decoderGrammar, let pronunciations else { throw .typedOnly(grammar) }
        return (heard.jsgf, pronunciations.text)
    }
}
