import ArgumentParser
import Session

struct WordsUndo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Go back to your phrases before the last change; once more, and it is undone.",
        discussion: "Works too when phrases.gram was edited by hand and is broken.")

    @OptionGroup var vocabulary: PhraseBookOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let change = try vocabulary.undo()
        try await change.check()
        try change.write()
        WordsReporter(json: output.json).tellUndone(change)
    }
}
