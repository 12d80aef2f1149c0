extension PronunciationDictionary {
    /// The phones of PocketSphinx's en-us model: those of the CMU dictionary without stress.
    public static let englishPhones: Set<String> = [
        "AA", "AE", "AH", "AO", "AW", "AY", "B", "CH", "D", "DH", "EH", "ER", "EY", "F", "G", "HH", "IH", "IY", "JH",
        "K", "L", "M", "N", "NG", "OW", "OY", "P", "R", "S", "SH", "SIL", "T", "TH", "UH", "UW", "V", "W", "Y", "Z",
        "ZH",
    ]

    /// Reads a dictionary. Lines that begin with `##` or `;;;` are comments, and what follows ` #` is one too.
    ///
    /// - Parameters:
    ///   - text: one pronunciation a line.
    ///   - file: the name that messages give to it.
    ///   - phones: those the acoustic model knows; any if `nil`.
    /// - Throws: ``DictionaryError`` for the first line that is wrong.
    public init(parsing text: String, file: String, phones: Set<String>? = nil) throws(DictionaryError) {
        self.init()
        let text = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let entry = try Entry(line, file: file, number: index + 1, phones: phones)
            if let entry { add(entry.phones, for: entry.word) }
        }
    }

    private struct Entry {
        let word: String
        let phones: [String]

        /// - Returns: `nil` for a line without an entry.
        init?(_ line: Substring, file: String, number: Int, phones known: Set<String>?) throws(DictionaryError) {
            func failure(_ kind: DictionaryError.Kind, _ message: String, _ hint: String) -> DictionaryError {
                DictionaryError(kind: kind, message: message, file: file, line: number, hint: hint)
            }
            if line.hasPrefix("##") || line.hasPrefix(";;;") { return nil }
            var fields = line.split(whereSeparator: \.isWhitespace)
            if let comment = fields.firstIndex(where: { $0.hasPrefix("#") }) { fields.removeSubrange(comment...) }
            guard let head = fields.first else { return nil }
            guard !line.contains("\u{FFFD}") else {
                throw failure(.encoding, "this is not UTF-8", "save the file as UTF-8")
            }
            guard fields.count > 1 else {
                throw failure(
                    .noPhones, "the word '\(head)' has no pronunciation", "write its sounds after it: light L AY T")
            }
            guard let word = Self.wordWithoutVariant(head) else {
                throw failure(
                    .badVariant, "'\(head)' is no word and no variant of one",
                    "write a second pronunciation as: the(2) DH IY")
            }
            for phone in fields.dropFirst() where known?.contains(String(phone)) == false || !Self.isPhone(phone) {
                throw failure(.unknownPhone, "'\(phone)' is no sound that the model knows", Self.hint(for: phone))
            }
            self.word = String(word)
            self.phones = fields.dropFirst().map(String.init)
        }

        /// `light` of `light` or `light(2)`.
        private static func wordWithoutVariant(_ head: Substring) -> Substring? {
            guard head.hasSuffix(")"), let bracket = head.lastIndex(of: "(") else { return head }
            let number = head[head.index(after: bracket)...].dropLast()
            guard bracket > head.startIndex, let value = Int(number), value > 0 else { return nil }
            return head[..<bracket]
        }

        private static func isPhone(_ phone: Substring) -> Bool {
            phone.allSatisfy { $0.isLetter || $0.isNumber || "_+-".contains($0) }
        }

        private static func hint(for phone: Substring) -> String {
            let plain = phone.uppercased().filter { !$0.isNumber }
            return englishPhones.contains(plain)
                ? "write \(plain): in capitals, without the number of the stress"
                : "the sounds of English are \(englishPhones.subtracting(["SIL"]).sorted().joined(separator: " "))"
        }
    }
}
