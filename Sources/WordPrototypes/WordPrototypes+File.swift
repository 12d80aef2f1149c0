extension WordPrototypes {
    /// Reads the file that `Scripts/train-embedding` writes.
    ///
    /// A line is an entry, its name, and numbers, separated by tabs and blanks; what follows `#` is a comment.
    ///
    ///     other_weight  0.5
    ///     least_score   0.3
    ///     mean          one number for each feature
    ///     axis          the same; one line for each axis
    ///     word "on"     one number for each axis; one line for each word
    ///     other         the same; one line for each direction of what is no word
    ///
    /// - Parameter file: for the errors.
    /// - Throws: ``WordPrototypesError``, naming the line.
    public init(parsing text: String, file: String) throws(WordPrototypesError) {
        var single: [String: [Float]] = [:]
        var axes: [[Float]] = []
        var words: [Word] = []
        var others: [[Float]] = []
        for (index, content) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard let entry = PrototypeEntry(content) else { continue }
            let line = index + 1
            func numbers(_ count: Int) throws(WordPrototypesError) -> [Float] {
                guard let values = entry.values, values.count == count else {
                    throw .numbers(entry.label, count: count, file: file, line: line)
                }
                return values
            }
            switch entry.name {
            case "other_weight", "least_score", "mean":
                let count = entry.name == "mean" ? max(1, entry.count) : 1
                guard single.updateValue(try numbers(count), forKey: entry.name) == nil else {
                    throw .twice(entry.name, file: file, line: line)
                }
            case "axis": axes.append(try numbers(single["mean"]?.count ?? 0))
            case "other": others.append(Self.normalised(try numbers(axes.count)))
            case "word":
                guard let word = entry.word else { throw .unknown(entry.label, file: file, line: line) }
                guard !words.contains(where: { $0.text == word }) else {
                    throw .twice(entry.label, file: file, line: line)
                }
                words.append(Word(text: word, direction: Self.normalised(try numbers(axes.count))))
            default: throw .unknown(entry.name, file: file, line: line)
            }
        }
        func needed(_ name: String) throws(WordPrototypesError) -> [Float] {
            guard let values = single[name] else { throw .missing(name, file: file) }
            return values
        }
        mean = try needed("mean")
        otherWeight = Double(try needed("other_weight")[0])
        leastScore = Double(try needed("least_score")[0])
        guard !axes.isEmpty else { throw .missing("axis", file: file) }
        guard !words.isEmpty else { throw .missing("word", file: file) }
        self.axes = axes
        self.words = words
        self.others = others
    }
}
