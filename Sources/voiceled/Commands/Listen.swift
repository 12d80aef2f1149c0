import ArgumentParser
import Session

struct Listen: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Obey the microphone.",
        discussion: """
            Say "red", "all off", "light two on", "set light one to fifty percent".
            While the board is unplugged a command waits up to 10 seconds for it, then it is refused.

            Examples:
              voiceled listen                        default microphone, first Arduino found
              voiceled listen --port sim             no Arduino at hand
              voiceled listen --mic plughw:CARD=Mic  a certain microphone, see `voiceled mics`
            """)

    @Option(name: .long, help: ArgumentHelp("ALSA name of the microphone, see `voiceled mics`.", valueName: "name"))
    var mic = "default"

    @OptionGroup var vocabulary: VocabularyOptions
    @OptionGroup var recognizer: RecognizerOptions
    @OptionGroup var board: BoardOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let start = ContinuousClock.now
        let vocabulary = try vocabulary.spoken()
        let ear = try await Ear.open(vocabulary, acousticModel: recognizer.model, caution: recognizer.caution)
        try await withSession(vocabulary.grammar, on: board.choice(), baud: board.baud, output) { session, _ in
            defer { ear.close() }
            try await session.listen(to: mic, through: ear, startedAt: start)
        }
    }
}
