import ArgumentParser
import Session
import VocabularyFiles

struct WordsList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Show your own phrases, and where they are kept.")

    @OptionGroup var vocabulary: PhraseBookOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let book = try vocabulary.open()
        let reporter = WordsReporter(json: output.json)
        for phrase in book.phrases { reporter.tell(phrase, .kept, book.folder.phrases) }
        reporter.tellEnd(of: book)
    }
}
