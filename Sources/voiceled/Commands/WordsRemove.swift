import ArgumentParser
import CommandLanguage
import Session

struct WordsRemove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Take one of your own phrases away.",
        discussion: """
            Examples:
              voiceled words remove "movie time"
              voiceled words undo                 and it is back
            """)

    @Argument(help: "The words; several arguments are joined.")
    var phrase: [String]

    @OptionGroup var vocabulary: PhraseBookOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let book = try vocabulary.open()
        let change = try book.removing(phrase.joined(separator: " "))
        try await change.check()
        try change.write()
        let reporter = WordsReporter(json: output.json)
        for phrase in book.phrases where !change.phrases.contains(phrase) {
            reporter.tell(phrase, .removed, change.path)
        }
    }
}
