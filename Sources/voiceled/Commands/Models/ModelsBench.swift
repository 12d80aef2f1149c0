import ArgumentParser
import Session
import VocabularyFiles

struct ModelsBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "Compare your own model with the one before it, by word and by speaker.",
        discussion: """
            Hears each recording of a list twice as `listen` would: with the model that comes
            with the vocabulary, and with your own. --model pooled compares the one that comes
            with it with PocketSphinx's.
            Recordings that the model was made from are left out, and counted. Without
            --manifest see `voiceled models train --dry-run`: it holds recordings back.

            Example:
              voiceled models bench --manifest others.tsv

            Exit status: 0 measured; 2 wrong use, or something is missing; 130 interrupted.
            """)

    @Option(help: ArgumentHelp("Recordings and what is said in them.", valueName: "file.tsv"))
    var manifest: String

    @Option(help: ArgumentHelp("The model to compare: own, pooled, or a folder.", valueName: "own|pooled|folder"))
    var model: ModelChoice = .own

    @OptionGroup var vocabulary: VocabularyOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let bench = try ModelBench(manifest, model: model, for: vocabulary.spoken())
        let reporter = ModelBenchReporter(json: output.json)
        try await untilInterrupted {
            defer { reporter.clear() }
            let (before, after) = try await bench.run { reporter.tell($0) }
            reporter.clear()
            reporter.tell(before: before, after: after, known: bench.known)
        }
    }
}
