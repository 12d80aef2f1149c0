import ArgumentParser
import Audio
import Session
import SoundFile
import VocabularyFiles

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
              voiceled replay command.wav --trace command.svg
            """)

    @Argument(help: "Recordings; - is standard input.")
    var files: [String]

    @Flag(name: .long, help: "At the pace of speech instead of as fast as possible.")
    var realtime = false

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Draw what was heard of one recording: wave, level, speech, words, end-points, decisions.",
            valueName: "file.svg|png"))
    var trace: String?

    @OptionGroup var vocabulary: VocabularyOptions
    @OptionGroup var recognizer: RecognizerOptions
    @OptionGroup var board: BoardOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard trace == nil || files.count == 1 else {
            throw ValidationError("--trace draws one recording, not \(files.count); replay them one by one")
        }
    }

    func run() async throws {
        let picture = try trace.map { try ResultFile($0, kinds: ["svg", "png"], option: "--trace") }
        let trace = try picture.map { _ in try TraceRecorder(files[0]) }
        let words = try vocabulary.spoken()
        let ear = try await recognizer.open(words)
        try await withSession(
            words.grammar, on: board.choice(else: .none), baud: board.baud, output, ear: ear,
            reporter: trace.map { TracingReporter(reporter: output.reporter, trace: $0) }
        ) { session, _ in
            var failed = false
            for file in files where !Task.isCancelled {
                do {
                    try await session.replay(
                        file, through: ear, pace: realtime ? .realtime : .unpaced, watch: trace.map { $0.note })
                } catch {
                    failed = true
                    await session.note(.failure("\(error)", hint: (error as? any Remediable)?.hint))
                }
            }
            if let picture, let trace { try await picture.write(trace.picture()) }
            if failed { throw ExitStatus.wrongUse }
        }
    }
}
