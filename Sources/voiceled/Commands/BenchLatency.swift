import ArgumentParser
import Session
import VocabularyFiles

struct BenchLatency: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "latency",
        abstract: "Measure the way from the last sample of a word to the decision, the acknowledgement and the light.",
        discussion: """
            Plays recorded commands, without any hardware: into a microphone of a
            private PulseAudio daemon, which is started and ended for it, and as
            recordings at the pace of speech. The board is the simulated one; before
            each command its lights are all dark, or all lit, so that one must change.

            The end of the word is where the clean recording's energy ends: behind its
            last 5 ms within 35 dB of its loudest and 10 dB above its own noise; what the
            program takes for the end does not matter. The clock runs from when that
            sample is played. 1.5 s of silence follow each recording.
              end-point     from there to the last sample that has to be heard before
                            the word counts as over
              decode        from that sample to decided: what the search and the
                            evidence, which begin during the pause, are late by
              link          from decided to the board's acknowledgement
              pin           from decided to the news of the first pin that changes
            "as the program itself counts" is the latency_ms of `listen`, for comparison.

            With --mic nothing is played into it: somebody has to speak, such as "on"
            and "off" in turns. Nobody but the program then knows where the word ended,
            and its figures flatter it.

            Examples:
              voiceled bench latency
              voiceled bench latency --count 120 --json
              voiceled bench latency --source replay mine/*.flac
              voiceled bench latency --source mic --mic plughw:CARD=Mic --count 10

            With --json a line latency_command for each command, and a line latency for
            each source with p50_ms, p95_ms and max_ms of each stage. 36 commands take two
            minutes; Ctrl-C ends it with what it has.

            Exit status: 0 measured; 1 through one source no command was obeyed; 2 wrong
            use or a missing thing; 130 interrupted.
            """)

    enum Source: String, ExpressibleByArgument, CaseIterable {
        case mic, replay, both
    }

    @Argument(help: "Recordings of one command each. Default: those of `voiceled demo`.")
    var files: [String] = []

    @Option(name: .long, help: "What the commands are heard through.")
    var source = Source.both

    @Option(name: .long, help: "Commands for each source; the recordings come round again.")
    var count = 36

    @Option(
        name: .long,
        help: ArgumentHelp("Somebody speaks into this microphone instead, see `voiceled mics`.", valueName: "name"))
    var mic: String?

    @OptionGroup var vocabulary: VocabularyOptions
    @OptionGroup var recognizer: RecognizerOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard count > 0 else { throw ValidationError("--count is at least 1") }
        guard mic == nil || source != .replay else {
            throw ValidationError("--mic is not needed for --source replay; leave one of them out")
        }
        guard mic == nil || source == .both || files.isEmpty else {
            throw ValidationError("nothing is played into --mic; leave the recordings out")
        }
    }

    func run() async throws {
        let vocabulary = try vocabulary.spoken()
        let ear = try await recognizer.open(vocabulary)
        let (mic, source) = (mic, source)
        if let mic { LatencyReporter.warn(of: mic) }
        let bench: LatencyBench
        do {
            bench = LatencyBench(try await recordings(for: vocabulary, ear), count: count)
        } catch {
            await ear.close()
            throw error
        }
        let reporter = LatencyReporter(output, of: count) { bench.note($0) }
        try await withSession(vocabulary.grammar, on: .simulated, output, ear: ear, reporter: reporter) {
            session, lights in
            var isMeasured = true
            for turn in [Source.mic, .replay] where source == turn || source == .both {
                if Task.isCancelled { break }
                let result =
                    if turn == .replay {
                        try await bench.measureReplay(session, lights, through: ear) { reporter.tell($0) }
                    } else if let mic {
                        try await bench.measureSpoken(into: mic, session, through: ear) { reporter.tell($0) }
                    } else {
                        try await bench.measureMicrophone(session, lights, through: ear) { reporter.tell($0) }
                    }
                reporter.tell(result)
                isMeasured = isMeasured && !result.times.isEmpty
            }
            if !isMeasured { throw ExitStatus.notObeyed }
        }
    }

    private func recordings(for vocabulary: Vocabulary, _ ear: Ear) async throws -> [LatencyRecording] {
        if mic != nil, source == .mic { return [] }
        let paths =
            files.isEmpty ? try DemoRecording.all(of: .english, in: try ModelFolder.find()).map(\.path) : files
        var recordings: [LatencyRecording] = []
        for path in paths {
            recordings.append(try await .read(path, grammar: vocabulary.grammar, through: ear))
        }
        return recordings
    }
}
