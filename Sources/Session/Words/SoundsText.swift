/// The text of a user's dictionary, changed word by word; all other lines stay as they are.
struct SoundsText: Equatable, Sendable {
    private(set) var text: String

    /// - Parameter text: `nil` for a file that is not there: one that explains itself is begun.
    init(_ text: String?) {
        self.text =
            text ?? """
                ## The sounds of words in phrases.gram, as in the CMU dictionary; `voiceled words` writes here, and so may you.

                """
    }

    /// - Parameter pronunciations: the usual one first.
    mutating func set(_ pronunciations: [[String]], for word: String) {
        remove(word)
        if text.last.map(\.isNewline) == false { text += "\n" }
        for (index, phones) in pronunciations.enumerated() {
            text += "\(index == 0 ? word : "\(word)(\(index + 1))") \(phones.joined(separator: " "))\n"
        }
    }

    mutating func remove(_ word: String) {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let others = lines.filter { line in
            let head = line.prefix { !$0.isWhitespace }
            return head.prefix { $0 != "(" }.lowercased() != word
        }
        // Untouched if the word is not there, so that line ends stay as they are too.
        if others.count < lines.count { text = others.joined(separator: "\n") }
    }
}
