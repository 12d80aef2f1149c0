import ArgumentParser
import Session
import VocabularyFiles

struct Send: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Obey one line of words.",
        discussion: """
            Examples:
              voiceled send "light two on"
              voiceled send "make everything blue" --port /dev/ttyACM0
              voiceled send "1번 불 켜 줘" --language ko --port sim
            """)

    @Argument(help: "The words; several arguments are joined.")
    var words: [String]

    @OptionGroup var vocabulary: VocabularyOptions
    @OptionGroup var board: BoardOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let vocabulary = try vocabulary.typed()
        try await withSession(vocabulary.grammar, on: board.choice(), baud: board.baud, output) { session, _ in
            await session.obey(Heard(text: words.joined(separator: " "), origin: .typed))
        }
    }
}
