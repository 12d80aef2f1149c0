import ArgumentParser
import CommandLanguage
import Session

struct WordsPronounce: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pronounce",
        abstract: "Show how words sound, and who says so.",
        discussion: """
            Looks in the dictionary of the vocabulary, in your own, in the large one, and
            asks espeak-ng for the rest. The sounds are those of the CMU dictionary.

            Examples:
              voiceled words pronounce movie zzyzx
              voiceled words pronounce --by-spelling movie    what espeak-ng would propose
            """)

    @Argument(help: "Words.")
    var words: [String]

    @Flag(help: "Ask espeak-ng for all of them.")
    var bySpelling = false

    @OptionGroup var vocabulary: PhraseBookOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let book = try vocabulary.open()
        guard book.isSpoken else {
            throw ValidationError("the words of \(book.grammar.name) are only typed and need no sounds")
        }
        let words = words.flatMap { $0.split(whereSeparator: \.isWhitespace) }.map { $0.lowercased() }
        let sounds = try await bySpelling ? book.pronouncer.propose(words) : book.pronouncer.pronounce(words)
        WordsReporter(json: output.json).tell(sounds)
    }
}
