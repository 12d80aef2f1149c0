/// Words that are no commands, without those that nobody could tell from a command.
struct OtherWords {
    struct Entry: Equatable {
        /// As the dictionary has it; a further way of saying a word is `word(2)`.
        let name: String
        let word: String
        let phones: String
    }

    /// Those of the commands' own dictionary first.
    let entries: [Entry]

    /// - Parameters:
    ///   - text: one word and its phones a line; lines that begin with `;;;` or `#` are comments.
    ///   - dictionary: of the grammar, in the same form. Its words count too: "go" alone is none of "go to sleep".
    ///   - commands: the words that are sentences by themselves.
    init(parsing text: String, dictionary: String, commands: Set<String>) {
        let own = Self.parse(dictionary)
        let sounds = Set(own.filter { commands.contains($0.word) }.map(\.phones))
        let all = own + Self.parse(text)
        let ambiguous = Set(all.filter { sounds.contains($0.phones) }.map(\.word)).union(commands)
        entries = all.filter { !ambiguous.contains($0.word) }
    }

    private static func parse(_ text: String) -> [Entry] {
        text.split(whereSeparator: \.isNewline).compactMap { line in
            let fields = line.split(whereSeparator: \.isWhitespace)
            guard fields.count > 1, !line.hasPrefix(";;;"), !line.hasPrefix("#") else { return nil }
            let name = String(fields[0])
            guard let word = Hypothesis.spoken(name) else { return nil }
            return Entry(name: name, word: word, phones: fields.dropFirst().joined(separator: " "))
        }
    }
}
