import CommandLanguage
import Foundation

/// The words of a phrase, as a user gives them.
enum PhraseWords {
    private static let mostWords = 12
    private static let mostCharacters = 40

    /// - Parameter isSpoken: whether they will be heard, and so must be English.
    /// - Returns: composed (NFC), without punctuation at their ends; in lower case if they are spoken; not empty.
    /// - Throws: ``WordsError``.
    static func read(_ text: String, isSpoken: Bool) throws(WordsError) -> [String] {
        let words = text.precomposedStringWithCanonicalMapping.split(whereSeparator: \.isWhitespace)
            .map { $0.trimmingCharacters(in: ends) }.filter { !$0.isEmpty }
            .map { isSpoken ? $0.lowercased() : $0 }
        guard !words.isEmpty else {
            throw WordsError(.wrong, "the phrase has no words", hint: "put it in quotes: \"movie night\"")
        }
        guard words.count <= mostWords, words.allSatisfy({ $0.count <= mostCharacters }) else {
            throw WordsError(
                .wrong, "the phrase is too long",
                hint: "at most \(mostWords) words of \(mostCharacters) letters: nobody says more to a lamp")
        }
        for word in words { try check(word, isSpoken: isSpoken) }
        return words
    }

    private static func check(_ word: String, isSpoken: Bool) throws(WordsError) {
        if isSpoken, let digit = word.first(where: \.isNumber) {
            throw WordsError(
                .wrong, "'\(word)': the digit \(digit) cannot be heard",
                hint: "write it as it is spoken: two, twenty-one")
        }
        if isSpoken, let letter = word.first(where: { $0.isLetter && !isLatin($0) }) {
            throw WordsError(
                .wrong, "'\(word)': \(letter) is no letter of English, and only English can be heard",
                hint: "Korean phrases are typed: voiceled words add --language ko ...")
        }
        let marks = isSpoken ? "'-." : "'-.%"
        if let odd = word.first(where: { !$0.isLetter && !$0.isNumber && !marks.contains($0) }) {
            throw WordsError(
                .wrong, "'\(word)': \(odd) cannot be said", hint: "a phrase is made of words: \"movie night\"")
        }
        guard word.contains(where: { $0.isLetter || $0.isNumber }) else {
            throw WordsError(.wrong, "'\(word)' is no word", hint: "a phrase is made of words: \"movie night\"")
        }
    }

    /// The Latin letters of Unicode's first pages, with and without accents.
    private static func isLatin(_ letter: Character) -> Bool {
        letter.unicodeScalars.allSatisfy { $0.value < 0x250 }
    }

    private static let ends = CharacterSet(charactersIn: ",.!?;:\"()\u{201C}\u{201D}\u{2026}")
}
