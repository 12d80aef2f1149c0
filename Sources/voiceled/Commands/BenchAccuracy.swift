import Accuracy
import ArgumentParser
import CommandLanguage
import Foundation
import Recognition
import Session
import VocabularyFiles

struct BenchAccuracy: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accuracy",
        abstract: "Count how many recordings are heard rightly, and how often something is obeyed that nobody said.",
        discussion: """
            A manifest names recordings: file, tab, label, tab, speaker on each line;
            # begins a comment; files are relative to the manifest or absolute. A label
            is the sentence, or its slots as led=2 power=on in alphabetical order. Labels
            that the grammar cannot mean are named and left out.

            Every recording is heard as `listen` hears a microphone: end-points, grammar
            search, judgement; each in a session of its own, without a board.
              right    something was obeyed, and everything obeyed means the label
              wrong    something else was obeyed, also after or before the right thing
              refused  nothing was obeyed
            In --negatives everything that is obeyed is a false accept. The interval is a
            bootstrap over speakers; there is none for one speaker.

            --engine fallback leaves every decision to the process that listens when the
            recogniser fails. It does not say how sure it is, so nothing is refused for
            being improbable, whatever --caution: only what is no sentence of the grammar.

            Noise is mixed in as in Picovoice's benchmark: the loudest 2,048 samples of the
            speech are so many decibels above the loudest of the noise under it. Of a list
            of noises each recording gets one. --negatives are heard without noise.

            Examples:
              voiceled bench accuracy --manifest words.tsv --grammar words.gram \\
                --negatives running_speech.tsv --det words.svg --report words.html
              voiceled bench accuracy --manifest orders.tsv --grammar orders.gram \\
                --noise dishes.flac --snr clean,24,18,12,6 --limit 50

            Exit status: 0 measured; 2 wrong use, or a recording could not be heard;
            130 interrupted, after showing what was found so far.
            """)

    @Option(help: ArgumentHelp("Recordings and what is said in them.", valueName: "file.tsv"))
    var manifest: String?

    @Option(help: ArgumentHelp("Recordings in which nothing may be obeyed; may be repeated.", valueName: "file.tsv"))
    var negatives: [String] = []

    @Option(help: ArgumentHelp("Noise to mix into the manifest's recordings.", valueName: "file|manifest"))
    var noise: String?

    @Option(help: ArgumentHelp("Decibels between speech and noise, -40 to 80; clean is none.", valueName: "6,9,clean"))
    var snr: NoiseDistances?

    @Option(help: "Recogniser to measure.")
    var engine = EngineChoice.primary

    @Option(help: "Recordings heard at a time. Default: one for each core.")
    var jobs: Int?

    @Option(help: "At most so many recordings of each list, drawn by chance.")
    var limit: Int?

    @Option(help: "Of the noise, the sample and the interval: the same seed gives the same figures.")
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("Draw right against false accepts over all thresholds.", valueName: "file.svg|png"))
    var det: String?

    @Option(help: ArgumentHelp("Write a page with tables, charts and the misses to listen to.", valueName: "file.html"))
    var report: String?

    @OptionGroup var vocabulary: VocabularyOptions
    @OptionGroup var recognizer: RecognizerOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard manifest != nil || !negatives.isEmpty else {
            throw ValidationError("name recordings with --manifest, --negatives or both")
        }
        guard jobs.map({ (1...256).contains($0) }) ?? true else { throw ValidationError("--jobs takes 1 to 256") }
        guard limit.map({ $0 > 0 }) ?? true else { throw ValidationError("--limit is at least 1") }
        let needsNoise = snr?.decibels.contains { $0 != nil } ?? false
        guard needsNoise == (noise != nil) else {
            throw ValidationError(
                needsNoise ? "--snr needs --noise" : "--noise needs --snr: how many decibels below the speech it lies")
        }
        guard noise == nil || manifest != nil else {
            throw ValidationError("--noise is mixed into --manifest, which is missing")
        }
        guard det == nil || manifest != nil && !negatives.isEmpty else {
            throw ValidationError("--det needs both --manifest and --negatives")
        }
    }

    func run() async throws {
        let curve = try det.map { try ResultFile($0, kinds: ["svg", "png"], option: "--det") }
        let page = try report.map { try ResultFile($0, kinds: ["html"], option: "--report") }
        let vocabulary = try vocabulary.spoken()
        let bench = try AccuracyBench(plan, grammar: vocabulary.grammar)
        let jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
        let reporter = AccuracyReporter(json: output.json)
        reporter.tellLeftOut(of: bench)
        try await untilInterrupted {
            let ears = try await ears(jobs, vocabulary)
            let result = await bench.run(through: ears) { reporter.tell($0) }
            for ear in ears { await ear.close() }
            reporter.tell(result, jobs: jobs)
            if engine == .fallback { reporter.tellUnsure() }
            if let curve { try await curve.write(DetectionChart(result.accuracies, result.falseAccepts).picture()) }
            if let page { try page.write(bench.page(of: result)) }
            if !result.problems.isEmpty { throw ExitStatus.wrongUse }
        }
    }

    private var plan: AccuracyPlan {
        var plan = AccuracyPlan()
        plan.manifest = manifest
        plan.negatives = negatives
        plan.noise = noise
        plan.snrs = snr?.decibels ?? [nil]
        plan.seed = seed
        plan.limit = limit
        return plan
    }

    private func ears(_ count: Int, _ vocabulary: Vocabulary) async throws -> [Ear] {
        var ears: [Ear] = []
        let model = recognizer.folder(for: vocabulary)
        for _ in 0..<count {
            ears.append(
                try await .open(
                    vocabulary, acousticModel: model, caution: recognizer.caution,
                    calibration: recognizer.calibration, fallback: engine == .primary ? .none : recognizer.fallback,
                    comparesWords: recognizer.secondOpinion,
                    rehearsedFault: engine == .fallback ? .dies(utterance: 1) : nil))
        }
        if let first = ears.first { recognizer.tellCalibration(of: first) }
        return ears
    }
}
