/// A list of recordings, with what is said in each and by whom.
///
/// A line is file, tab, label, tab, speaker. `#` begins a line that is passed over. Files are relative to the list's own
/// folder, or absolute. Lines may end as on Windows.
public struct Manifest: Equatable, Sendable {
    /// As the user named it.
    public let path: String
    public let entries: [Entry]

    /// One recording.
    public struct Entry: Equatable, Sendable {
        /// As it stands in the list.
        public let name: String
        /// Where it is.
        public let path: String
        public let label: String
        /// `-` or any other word when nobody knows: those are then taken for one person.
        public let speaker: String
        /// In the list, from 1.
        public let line: Int

        public init(name: String, path: String, label: String, speaker: String, line: Int) {
            self.name = name
            self.path = path
            self.label = label
            self.speaker = speaker
            self.line = line
        }
    }

    /// What the labels are for.
    public enum Purpose: Sendable {
        /// What is said, to be compared with what is heard: all three columns are needed.
        case labelled
        /// Only the sound counts: the first column is enough.
        case sound
    }

    public init(path: String, entries: [Entry]) {
        self.path = path
        self.entries = entries
    }

    /// - Throws: ``ManifestError`` with every line that is wrong, also when no recording is named.
    public init(parsing text: String, path: String, for purpose: Purpose = .labelled) throws(ManifestError) {
        let form = "each line is: file, tab, label, tab, speaker (- if unknown); # begins a comment"
        // Most likely a recording, which has more lines than anybody wants to read about.
        guard !text.unicodeScalars.contains("\0") else {
            throw ManifestError(
                [.init(file: path, line: nil, "it is no list of recordings, for it is no text")], hint: form)
        }
        var entries: [Entry] = []
        var problems: [ManifestError.Problem] = []
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        let text = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            if line.hasPrefix("#") || line.allSatisfy(\.isWhitespace) { continue }
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(Self.trimmed)
            guard let problem = Self.problem(with: columns, purpose) else {
                let name = columns[0]
                entries.append(
                    Entry(
                        name: name, path: name.hasPrefix("/") ? name : folder + name,
                        label: columns.count > 1 ? columns[1] : "", speaker: columns.count > 2 ? columns[2] : "-",
                        line: index + 1))
                continue
            }
            problems.append(.init(file: path, line: index + 1, problem))
        }
        guard problems.isEmpty else { throw ManifestError(problems, hint: form) }
        guard !entries.isEmpty else {
            throw ManifestError([.init(file: path, line: nil, "it names no recording")], hint: form)
        }
        self.path = path
        self.entries = entries
    }

    private static func problem(with columns: [String], _ purpose: Purpose) -> String? {
        let names = ["file", "label", "speaker"]
        if columns.count > names.count { return "\(columns.count) columns, where 3 are expected" }
        switch purpose {
        case .sound: return columns[0].isEmpty ? "the file is missing" : nil
        case .labelled:
            if let index = columns.firstIndex(of: "") { return "the \(names[index]) is missing" }
            guard columns.count == names.count else {
                let missing = names.dropFirst(columns.count).joined(separator: " and the ")
                return "the \(missing) \(columns.count == 2 ? "is" : "are") missing"
            }
            return nil
        }
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first == " " { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
