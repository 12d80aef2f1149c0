import CommandLanguage
import Foundation
import VocabularyFiles

/// Finds out how words sound: from the dictionary of the vocabulary, the user's own, the large one, or their spelling.
public struct Pronouncer: Sendable {
    private let vocabulary: PronunciationDictionary
    private let own: PronunciationDictionary
    private let espeak: Espeak

    init(vocabulary: PronunciationDictionary, own: PronunciationDictionary, espeak: Espeak = Espeak()) {
        self.vocabulary = vocabulary
        self.own = own
        self.espeak = espeak
    }

    /// - Parameters:
    ///   - words: in lower case.
    ///   - said: what the user says of some of them; this counts.
    /// - Returns: one for each word that is not there twice, in order.
    /// - Throws: ``WordsError`` if a word is in no dictionary and eSpeak NG does not know either.
    public func pronounce(_ words: [String], said: [String: [String]] = [:]) async throws -> [WordPronunciation] {
        let words = Self.distinct(words)
        let known = known(words).merging(
            said.map { ($0, WordPronunciation(word: $0, pronunciations: [$1], source: .said)) }
        ) { $1 }
        let proposed = try await propose(words.filter { known[$0] == nil })
        let proposals = Dictionary(uniqueKeysWithValues: proposed.map { ($0.word, $0) })
        return words.map { known[$0] ?? proposals[$0]! }
    }

    /// Those that some dictionary has.
    private func known(_ words: [String]) -> [String: WordPronunciation] {
        let large = Vocabulary.inLargeDictionary(Set(words))
        var known: [String: WordPronunciation] = [:]
        for (dictionary, source) in [(vocabulary, WordPronunciation.Source.vocabulary), (own, .own), (large, .large)] {
            for word in words where known[word] == nil && dictionary.contains(word) {
                known[word] = WordPronunciation(
                    word: word, pronunciations: dictionary.pronunciations(of: word), source: source)
            }
        }
        return known
    }

    private static func distinct(_ words: [String]) -> [String] {
        words.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// Finds out which word each of some sounds is of.
    ///
    /// - Parameters:
    ///   - says: phones of a word, or `word=` before them. Without their words they are of those that no dictionary has,
    ///     or, if there are as many, of all.
    ///   - words: of the phrase, in lower case.
    /// - Throws: ``WordsError`` for what is no phone, for a word that is not there, and if the numbers do not match.
    public func assign(_ says: [String], to words: [String]) throws(WordsError) -> [String: [String]] {
        let words = Self.distinct(words)
        var said: [String: [String]] = [:]
        var nameless: [[String]] = []
        for text in says {
            guard let equals = text.firstIndex(of: "=") else {
                nameless.append(try Self.phones(text))
                continue
            }
            let word = text[..<equals].trimmingCharacters(in: .whitespaces).lowercased()
            guard words.contains(word) else {
                throw WordsError(
                    .wrong, "--says: '\(word)' is no word of the phrase", hint: "its words are \(Self.list(words))")
            }
            said[word] = try Self.phones(String(text[text.index(after: equals)...]))
        }
        guard !nameless.isEmpty else { return said }
        let known = known(words)
        let rest = words.filter { said[$0] == nil }
        let unknown = rest.filter { known[$0] == nil }
        guard let meant = [unknown, rest].first(where: { $0.count == nameless.count }) else {
            throw WordsError(
                .wrong, "it is not clear which word \(nameless.count == 1 ? "--says is" : "these --says are") about",
                hint: "name the word: --says \"\(rest.first ?? words[0])=M UW V IY\"")
        }
        return said.merging(zip(meant, nameless)) { $1 }
    }

    private static func list(_ words: [String]) -> String { words.joined(separator: ", ") }

    /// What eSpeak NG makes of the spelling, also of words that a dictionary has.
    ///
    /// - Throws: ``WordsError``.
    public func propose(_ words: [String]) async throws -> [WordPronunciation] {
        guard !words.isEmpty else { return [] }
        let phones = try await espeak.phones(of: words)
        return try zip(words, phones).map { word, phones in
            guard !phones.isEmpty else { throw WordsError.noProposal(word) }
            return WordPronunciation(word: word, pronunciations: [phones], source: .proposed)
        }
    }

    /// Reads phones as the user types them, with or without the numbers of stress.
    ///
    /// - Throws: ``WordsError`` that names what is no phone.
    public static func phones(_ text: String) throws(WordsError) -> [String] {
        let known = PronunciationDictionary.englishPhones.subtracting(["SIL"])
        let hint = "the sounds of English are \(known.sorted().joined(separator: " "))"
        var phones: [String] = []
        for piece in text.split(whereSeparator: { $0.isWhitespace || $0 == "," }) {
            let phone = piece.uppercased().filter { !"012".contains($0) }
            guard known.contains(phone) else {
                throw WordsError(.wrong, "'\(piece)' is no sound that the model knows", hint: hint)
            }
            phones.append(phone)
        }
        guard !phones.isEmpty else { throw WordsError(.wrong, "no sounds are given", hint: hint) }
        return phones
    }
}
