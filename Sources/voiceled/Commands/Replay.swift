import ArgumentParser
import Audio
import Session
import SoundFile

struct Replay: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Obey recordings.",
        discussion: """
            Takes WAV, FLAC, OGG and whatever else libsndfile reads, of any rate and
            number of channels. Each recording is independent of the one before.
            Without --port nothing is sent; what would be is shown.

            Examples:
              voiceled replay command.wav
              voiceled replay *.flac --port sim
              voiceled replay command.wav --json | jq .commands
            """)

    @Argument(help: "Recordings; - is standard input.")
    var files: [String]

    @Flag(name: .long, help: "At the pace of speech instead of as fast as possible.")
    var realtime = false

    @OptionGroup var vocabulary: VocabularyOptions
    @OptionGroup var recognizer: RecognizerOptions
    @OptionGroup var board: BoardOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let vocabulary = try vocabulary.spoken()
        let ear = try await Ear.open(vocabulary, acousticModel: recognizer.model, caution: recognizer.caution)
        try await withSession(vocabulary.grammar, on: board.choice(else: .none), baud: board.baud, output) {
            session, _ in
            var failed = false
            for file in files where !Task.isCancelled {
                do {
                    try await session.replay(file, through: ear, pace: realtime ? .realtime : .unpaced)
                } catch {
                    failed = true
                    await session.note(.failure("\(error)", hint: (error as? any Remediable)?.hint))
                }
            }
            ear.close()
            if failed { throw ExitStatus.wrongUse }
        }
    }
}
