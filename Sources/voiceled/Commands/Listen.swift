import ArgumentParser
import Session
import VocabularyFiles

struct Listen: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Obey the microphone.",
        discussion: """
            Say "red", "all off", "light two on", "set light one to fifty percent".
            While the board is unplugged a command waits up to 10 seconds for it, then it is
            refused.

            Examples:
              voiceled listen                        default microphone, first Arduino found
              voiceled listen --port sim             no Arduino at hand
              voiceled listen --mic plughw:CARD=Mic  a certain one, see `voiceled mics`
            """)

    @Option(name: .long, help: ArgumentHelp("ALSA name of the microphone, see `voiceled mics`.", valueName: "name"))
    var mic = "default"

    @OptionGroup var vocabulary: VocabularyOptions
    @OptionGroup var recognizer: RecognizerOptions
    @OptionGroup var board: BoardOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let start = ContinuousClock.now
        let options = self.vocabulary
        let vocabulary = try options.spoken()
        let ear = try await recognizer.open(vocabulary)
        try await withSession(
            vocabulary.grammar, on: board.choice(), baud: board.baud, output, ear: ear
        ) { session, _ in
            let following = Task { await session.follow(vocabulary, through: ear) { try options.spoken() } }
            defer { following.cancel() }
            try await session.listen(to: mic, through: ear, startedAt: start)
        }
    }
}
