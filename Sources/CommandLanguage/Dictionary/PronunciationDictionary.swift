/// How words are pronounced, in the format of the CMU dictionary: `word PH PH`, variants as `word(2) PH PH`.
///
/// Words are compared without regard to case. A value; may be used from any thread.
public struct PronunciationDictionary: Hashable, Sendable {
    /// For each word in lower case its pronunciations, each a list of phones; the first is the usual one.
    private var entries: [String: [[String]]] = [:]

    public init() {}

    public var words: Set<String> { Set(entries.keys) }

    public func contains(_ word: String) -> Bool { entries[word.lowercased()] != nil }

    /// The pronunciations of a word as lists of phones, the usual one first; none for an unknown word.
    public func pronunciations(of word: String) -> [[String]] { entries[word.lowercased()] ?? [] }

    /// Adds a pronunciation, unless the word has it already.
    public mutating func add(_ phones: [String], for word: String) {
        let word = word.lowercased()
        if entries[word]?.contains(phones) != true { entries[word, default: []].append(phones) }
    }

    /// This dictionary with the words that only `other` has; for a word in both, this one counts.
    public func adding(_ other: PronunciationDictionary) -> PronunciationDictionary {
        var result = self
        result.entries.merge(other.entries) { own, _ in own }
        return result
    }

    /// Only the given words, spelled as they are given: the decoder compares bytes, not meanings of characters.
    public func restricted(to words: Set<String>) -> PronunciationDictionary {
        var result = PronunciationDictionary()
        for word in words { result.entries[word.lowercased()] = entries[word.lowercased()] }
        return result
    }

    /// The dictionary as a file, sorted by word.
    public var text: String {
        var text = ""
        for (word, pronunciations) in entries.sorted(by: { $0.key < $1.key }) {
            for (index, phones) in pronunciations.enumerated() {
                text += index == 0 ? word : "\(word)(\(index + 1))"
                for phone in phones { text += " " + phone }
                text += "\n"
            }
        }
        return text
    }
}
