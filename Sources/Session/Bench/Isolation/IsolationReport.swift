/// What ``IsolationBench`` found.
public struct IsolationReport: Equatable, Sendable {
    public internal(set) var rows: [IsolationRow] = []

    /// How much was done, for the reader to judge the figures by.
    public let rounds: Int
    public let utterances: Int

    init(rounds: Int, utterances: Int) {
        self.rounds = rounds
        self.utterances = utterances
    }

    /// Rows under each other, the figures to the right.
    public var table: String {
        guard !rows.isEmpty else { return "nothing was measured" }
        let lines = [["", "thread", "process"]] + rows.map { [$0.words, $0.text($0.thread), $0.text($0.process)] }
        let widths = (0..<3).map { column in lines.map { $0[column].count }.max() ?? 0 }
        return lines.map { line in
            Self.pad(line[0], to: widths[0], atEnd: true) + "  " + Self.pad(line[1], to: widths[1], atEnd: false) + "  "
                + Self.pad(line[2], to: widths[2], atEnd: false)
        }.joined(separator: "\n")
    }

    private static func pad(_ text: String, to width: Int, atEnd: Bool) -> String {
        let blanks = String(repeating: " ", count: width - text.count)
        return atEnd ? text + blanks : blanks + text
    }
}
