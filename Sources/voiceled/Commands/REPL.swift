import ArgumentParser
import CommandLanguage
import Foundation
import LineEditor
import Session

struct REPL: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "repl",
        abstract: "Obey typed lines, with history and completion.",
        discussion: """
            Tab completes and shows what may come next; Ctrl-D ends. Without a terminal,
            lines are read as they come. While the board is unplugged a command waits up to
            10 seconds for it, then it is refused.

            Examples:
              voiceled repl --port sim
              echo "light two on" | voiceled repl --port none
              voiceled repl --language ko
            """)

    @OptionGroup var vocabulary: VocabularyOptions
    @OptionGroup var board: BoardOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let grammar = try vocabulary.typed().grammar
        let editor = try LineEditor(
            prompt: output.json ? "" : "> ",
            history: .standard(environment: ProcessInfo.processInfo.environment),
            completions: { line in grammar.completions(of: line) })
        let reporter: any Reporter = output.json ? JSONReporter() : REPLReporter(editor: editor)
        try await withSession(grammar, on: board.choice(), baud: board.baud, output, reporter: reporter) { session, _ in
            if editor.isEditing && !output.json {
                editor.print("Type a command, such as \(grammar.shortExamples). Tab completes, Ctrl-D ends.")
            }
            for try await input in editor.lines {
                if let problem = editor.takeHistoryProblem() { await session.note(.warning(problem.description)) }
                switch input {
                case .line(let text):
                    if text.contains(where: { !$0.isWhitespace }) {
                        await session.obey(Heard(text: text, origin: .typed))
                    }
                case .interrupted: throw ExitStatus.interrupted
                case .endOfInput: return
                case .refused(let error): await session.note(.failure(error.description, hint: error.hint))
                }
            }
        }
    }
}

extension Grammar {
    /// The words that may stand at the end of `line`, where one may have been begun.
    fileprivate func completions(of line: String) -> [String] {
        var words = Self.words(of: line)
        // Without a space behind it the last word is still being typed.
        if let last = line.last, !last.isWhitespace { words.removeLast() }
        // The hundred numbers in digits are understood, but would drown the words that may stand there.
        let spoken = next(after: words, from: .speech).words
        return spoken.isEmpty ? next(after: words).words : spoken
    }

    /// Three sentences to begin with.
    fileprivate var shortExamples: String {
        examples(limit: 60, from: decoderGrammar == nil ? .text : .speech)
            .filter { (2...4).contains($0.words.count) }.prefix(3).map { "\"\($0.text)\"" }.joined(separator: ", ")
    }
}
