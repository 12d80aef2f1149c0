import LineEditor
import TerminalFixtures

extension PseudoTerminal {
    func makeEditor(
        history: HistoryFile? = nil, longestLine: Int = 4_096,
        completions: @escaping @Sendable (String) -> [String] = { _ in [] }
    ) throws -> LineEditor {
        try LineEditor(
            prompt: "> ", input: programEnd, output: programEnd, history: history, longestLine: longestLine,
            completions: completions)
    }
}
