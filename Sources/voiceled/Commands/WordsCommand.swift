import ArgumentParser

struct WordsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "words",
        abstract: "Your own phrases: add, list, remove, undo.",
        discussion: """
            Phrases are kept in your settings, a folder for each vocabulary, and are heard
            and typed beside its sentences: in `listen`, `repl`, `send`, `replay`,
            `bench`. A `listen` or `repl` that runs takes them up at once.

            Examples:
              voiceled words add "movie time" --means "color=blue level=20"
              voiceled words list
              voiceled words undo
            """,
        subcommands: [
            WordsAdd.self, WordsList.self, WordsRemove.self, WordsUndo.self, WordsPronounce.self,
        ])
}
