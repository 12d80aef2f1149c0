public import CommandLanguage
import Foundation
import LEDLink
import Pronunciation
public import VocabularyFiles

/// The user's own phrases for one vocabulary: what is there, and what a change would make of it.
///
/// A value: nothing is written before ``PhraseChange/write()``.
public struct PhraseBook: Sendable {
    /// What the vocabulary is read from.
    struct Origin: Sendable {
        let grammarPath: String?
        let dictionaryPath: String?
        let language: Language
    }

    let origin: Origin
    let kept: OwnWords
    let file: PhraseFile
    /// With the phrases that are kept.
    public let grammar: Grammar
    private let vocabularyDictionary: PronunciationDictionary
    private let ownDictionary: PronunciationDictionary

    /// What is heard now, with its words' sounds; `nil` for a vocabulary that is only typed.
    private let pronunciations: PronunciationDictionary?

    /// - Throws: what keeps the vocabulary, or the phrases in it, from being used; ``WordsError`` if there is no place for
    ///   phrases.
    public static func open(
        grammarPath: String? = nil, dictionaryPath: String? = nil, language: Language = .english
    ) throws -> PhraseBook {
        try open(Origin(grammarPath: grammarPath, dictionaryPath: dictionaryPath, language: language))
    }

    /// - Parameter folder: in place of the user's own.
    static func open(_ origin: Origin, in folder: OwnWordsFolder? = nil) throws -> PhraseBook {
        let (parsed, standard) = try origin.place()
        guard let folder = folder ?? standard else { throw WordsError.noFolder }
        return try PhraseBook(origin, parsed, .kept(in: folder))
    }

    /// Everything as it was before the last change; once more, and all is as it is now. What is there now may be broken.
    ///
    /// - Throws: ``WordsError`` if nothing was ever changed, or what keeps the phrases of then from being used.
    public static func undo(
        grammarPath: String? = nil, dictionaryPath: String? = nil, language: Language = .english
    ) throws -> PhraseChange {
        try undo(Origin(grammarPath: grammarPath, dictionaryPath: dictionaryPath, language: language))
    }

    /// - Parameter folder: in place of the user's own.
    static func undo(_ origin: Origin, in folder: OwnWordsFolder? = nil) throws -> PhraseChange {
        guard let folder = try folder ?? origin.place().folder else { throw WordsError.noFolder }
        let previous = try OwnWords.kept(in: folder.previous)
        guard let phrases = previous.phrases else { throw WordsError.nothingToUndo(folder.previous.phrases) }
        let kept = try OwnWords.kept(in: folder)
        let after = OwnWords(folder: folder, phrases: phrases, dictionary: previous.dictionary)
        return PhraseChange(
            kept: kept, before: kept, after: after, vocabulary: try origin.vocabulary(with: after),
            phrases: try PhraseFile(parsing: phrases, file: folder.phrases).phrases)
    }

    private init(_ origin: Origin, _ parsed: ParsedGrammar, _ kept: OwnWords) throws {
        self.origin = origin
        self.kept = kept
        file =
            try kept.phrases.map { try PhraseFile(parsing: $0, file: kept.folder.phrases) }
            ?? PhraseFile(for: parsed, file: kept.folder.phrases)
        let vocabulary = try origin.vocabulary(with: kept)
        grammar = vocabulary.grammar
        pronunciations = vocabulary.pronunciations
        let phones = PronunciationDictionary.englishPhones
        if pronunciations == nil {
            vocabularyDictionary = PronunciationDictionary()
        } else {
            let path = try origin.dictionaryPath ?? ModelFolder.find().dictionary(.english)
            vocabularyDictionary = try PronunciationDictionary(
                parsing: TextFile.read(path), file: path, phones: phones)
        }
        ownDictionary = try PronunciationDictionary(
            parsing: kept.dictionary ?? "", file: kept.folder.dictionary, phones: phones)
    }

    public var folder: OwnWordsFolder { kept.folder }
    /// In the order of the file.
    public var phrases: [Phrase] { file.phrases }
    /// Public rules that were written by hand and are more than one phrase: their names and places.
    public var otherRules: [(name: String, place: String)] { file.otherRules }
    /// Whether the words can be heard, and so need sounds.
    public var isSpoken: Bool { pronunciations != nil }

    public var pronouncer: Pronouncer { Pronouncer(vocabulary: vocabularyDictionary, own: ownDictionary) }

    // MARK: What a new phrase would be

    /// Reads a phrase and its meaning, as they are given on the command line.
    ///
    /// - Throws: ``WordsError`` for words that cannot be said, or slots that make no sense.
    public func phrase(_ text: String, means: String) throws(WordsError) -> Phrase {
        let words = try PhraseWords.read(text, isSpoken: isSpoken)
        guard let phrase = Phrase(words: words, slots: try Self.slots(means)) else {
            throw WordsError(
                .wrong, "--means says nothing",
                hint: "write slots as in a grammar: --means \"color=blue level=20\"")
        }
        return phrase
    }

    private static func slots(_ text: String) throws(WordsError) -> [Slot] {
        var slots: [Slot] = []
        for piece in text.split(whereSeparator: { $0.isWhitespace || $0 == ";" }) {
            guard let slot = Slot(parsing: piece) else {
                throw WordsError(
                    .wrong, "--means: '\(piece)' is no slot: expected name=value",
                    hint: "write led=2 power=on, without spaces around '='; then stands alone, between two commands")
            }
            slots.append(slot)
        }
        if slots.allSatisfy({ $0 == .then }) { slots = [] }
        do {
            _ = try Meaning(of: slots)
        } catch {
            throw .meaning(error)
        }
        return slots
    }

    /// What the vocabulary makes of the words of a phrase already.
    public enum Knowledge: Equatable, Sendable {
        case unknown
        /// The same as the phrase shall mean.
        case same
        /// - `isOwn`: by another phrase of the user, in a rule of its own.
        case different([Slot], isOwn: Bool)
    }

    public func knowledge(of phrase: Phrase) -> Knowledge {
        guard case .understood(let slots) = grammar.interpret(phrase.words) else { return .unknown }
        if slots.meanTheSame(as: phrase.slots) { return .same }
        return .different(slots, isOwn: file.phrase(saying: phrase.words) != nil)
    }

    /// Slots that the lights do not know, which are only handed on.
    public func slotsForOthers(of phrase: Phrase) -> [Slot] { phrase.slots.filter(\.isForOthers) }

    /// Why our own sketch would refuse the phrase, in words; `nil` if it would not.
    public func objection(to phrase: Phrase) -> String? {
        do {
            for command in try Meaning(of: phrase.slots).commands { _ = try BoardPicture.voiceToLED.resolve(command) }
            return nil
        } catch {
            return "\(error)"
        }
    }

    /// Sentences that sound nearly like the phrase and mean something else, the nearest first.
    ///
    /// - Parameter sounds: of each of its words.
    public func rivals(of phrase: Phrase, sounding sounds: [WordPronunciation]) -> [SoundAlike] {
        guard let pronunciations else { return [] }
        var nearest: [Sentence: SoundAlike] = [:]
        for phones in Self.pronunciations(of: phrase, sounds) {
            let alike = grammar.sentences(
                soundingLike: phones, in: pronunciations, within: Self.nearness, costs: PhoneDistance())
            for rival in alike
            where !rival.sentence.slots.meanTheSame(as: phrase.slots)
                && rival.sentence.text.lowercased() != phrase.text.lowercased()
                && rival.distance < nearest[rival.sentence]?.distance ?? 1
            {
                nearest[rival.sentence] = rival
            }
        }
        return nearest.values.sorted { ($0.distance, $0.sentence.text) < ($1.distance, $1.sentence.text) }
    }

    /// How near two sentences may be before the user is warned; chosen by hand, see <doc:Words>.
    static let nearness = 0.2

    /// Of the whole phrase, each of its words in any of its ways.
    private static func pronunciations(of phrase: Phrase, _ sounds: [WordPronunciation]) -> [[String]] {
        let byWord = Dictionary(sounds.map { ($0.word, $0.pronunciations) }) { first, _ in first }
        return phrase.words.reduce([[]]) { beginnings, word in
            let ends = byWord[word.lowercased()] ?? []
            return Array(beginnings.flatMap { beginning in ends.map { beginning + $0 } }.prefix(8))
        }
    }

    // MARK: Changes

    /// With the phrase, in the place of the one with the same words if there is one.
    ///
    /// - Parameter sounds: of each of its words, if the vocabulary is heard. What is proposed or said is kept.
    public func adding(_ phrase: Phrase, sounding sounds: [WordPronunciation]) throws -> PhraseChange {
        var dictionary = SoundsText(kept.dictionary)
        for sound in sounds where sound.source == .proposed || sound.source == .said {
            dictionary.set(sound.pronunciations, for: sound.word)
        }
        return try change(to: file.adding(phrase).text, dictionary.text) { grammar in
            guard case .understood(let slots) = grammar.interpret(phrase.words), slots == phrase.slots else {
                throw WordsError(
                    .ambiguous,
                    "a rule that was written by hand in \(file.file) gives '\(phrase.text)' another meaning",
                    hint: "change it there, and check it with: voiceled grammar check")
            }
        }
    }

    /// Without the phrase, and without the sounds that only it needed.
    ///
    /// - Throws: ``WordsError`` if it is not one of the user's own.
    public func removing(_ text: String) throws -> PhraseChange {
        let words = try PhraseWords.read(text, isSpoken: isSpoken)
        guard let shorter = try file.removing(saying: words) else { throw notOwn(words) }
        var dictionary = SoundsText(kept.dictionary)
        let left = try origin.grammar(with: OwnWords(folder: folder, phrases: shorter.text, dictionary: nil))
        for word in words where !left.vocabulary.contains(word.lowercased()) { dictionary.remove(word.lowercased()) }
        return try change(to: shorter.text, dictionary.text)
    }

    private func notOwn(_ words: [String]) -> WordsError {
        let text = words.joined(separator: " ")
        guard case .understood = grammar.interpret(words) else {
            return WordsError(
                .wrong, "'\(text)' is none of your phrases", hint: "see which there are: voiceled words list")
        }
        return WordsError(
            .wrong, "'\(text)' belongs to a rule that is more than one phrase, or to the grammar itself",
            hint: otherRules.isEmpty
                ? "your own grammar can leave it out: see --grammar"
                : "if it is one of yours, edit it there: \(otherRules.map { $0.place }.joined(separator: ", "))")
    }

    private func change(
        to phrases: String, _ dictionary: String, check: (Grammar) throws -> Void = { _ in }
    ) throws -> PhraseChange {
        let after = OwnWords(folder: folder, phrases: phrases, dictionary: dictionary)
        let vocabulary = try origin.vocabulary(with: after)
        try check(vocabulary.grammar)
        // A file that was not there counts as an empty one, so that an undo need not remove it.
        let before = OwnWords(
            folder: folder, phrases: file.text, dictionary: kept.dictionary ?? SoundsText(nil).text)
        return PhraseChange(
            kept: kept, before: before, after: after, vocabulary: vocabulary,
            phrases: try PhraseFile(parsing: phrases, file: folder.phrases).phrases)
    }
}

extension PhraseBook.Origin {
    /// The grammar, and the folder for phrases that belongs to it.
    fileprivate func place() throws -> (grammar: ParsedGrammar, folder: OwnWordsFolder?) {
        let path = try grammarPath ?? ModelFolder.find().grammar(language)
        let parsed = try ParsedGrammar(parsing: TextFile.read(path), file: path)
        return (parsed, OwnWordsFolder.standard(of: parsed))
    }

    /// For listening, unless all of it is for typing.
    fileprivate func vocabulary(with own: OwnWords) throws -> Vocabulary {
        let typed = try Vocabulary.typed(grammarPath: grammarPath, language: language, own: .these(own))
        guard typed.grammar.decoderGrammar != nil else { return typed }
        return try .spoken(
            grammarPath: grammarPath, dictionaryPath: dictionaryPath, language: language, own: .these(own))
    }

    fileprivate func grammar(with own: OwnWords) throws -> Grammar {
        try Vocabulary.typed(grammarPath: grammarPath, language: language, own: .these(own)).grammar
    }
}
