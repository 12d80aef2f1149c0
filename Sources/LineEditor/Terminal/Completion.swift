/// What the Tab key can do with the word that ends at the cursor. Pure.
struct Completion: Equatable {
    /// The word being typed: everything after the last blank before the cursor; empty at the start of a word.
    let word: String
    /// The words it may become, without repetition, in the order offered.
    let candidates: [String]

    /// - Parameters:
    ///   - line: the line up to the cursor.
    ///   - offered: words that may stand there; those that do not begin like the word, in either case, are passed over.
    init(line: String, offered: [String]) {
        let typed = String(line.reversed().prefix { !$0.isWhitespace }.reversed())
        var seen: Set<String> = []
        word = typed
        candidates = offered.filter { $0.lowercased().hasPrefix(typed.lowercased()) && seen.insert($0).inserted }
    }

    /// What to put in the word's place, or `nil` if typing on is all that is left: the only candidate and a space, or as
    /// much as all candidates have in common.
    var replacement: String? {
        guard let first = candidates.first else { return nil }
        if candidates.count == 1 { return first + " " }
        let common = candidates.dropFirst().reduce(first) { common, candidate in
            String(zip(common, candidate).prefix { $0 == $1 }.map(\.0))
        }
        return common.count >= word.count && common != word ? common : nil
    }

    /// The candidates in columns, read downwards, as wide as the terminal allows.
    ///
    /// - Parameter limit: candidates shown at most; the rest is counted in a last line.
    func listing(terminalColumns: Int, limit: Int = 100) -> String {
        let shown = Array(candidates.prefix(limit))
        let cell = (shown.map(DisplayWidth.columns).max() ?? 0) + 2
        let columns = max(1, terminalColumns / cell)
        let rows = (shown.count + columns - 1) / columns
        var lines = (0..<rows).map { row in
            stride(from: row, to: shown.count, by: rows)
                .map { shown[$0] + String(repeating: " ", count: cell - DisplayWidth.columns(of: shown[$0])) }
                .joined()
        }
        lines = lines.map { line in String(line.reversed().drop { $0 == " " }.reversed()) }
        if candidates.count > limit { lines.append("and \(candidates.count - limit) more") }
        return lines.joined(separator: "\n")
    }
}
