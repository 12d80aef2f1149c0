import ArgumentParser
import Session
import SoundFile
import VocabularyFiles

struct ModelsInfer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "infer",
        abstract: "Show what each engine hears in a recording, with scores.",
        discussion: """
            The search in the grammar with your own model, if there is one, and with the stock
            model, as `listen` hears: with confidence, and whether it would be obeyed; the word that
            the second opinion takes each utterance for; and any English words (dictation). The
            score of a search is the logarithm of how well a frame of 10 ms fits, and can only be
            compared between models for the same recording; that of the second opinion is at
            most 1, and what it knows has 0.25 or more.

            Example:
              voiceled models infer red.wav

            Exit status: 0 heard; 2 wrong use, or the recording cannot be read.
            """)

    @Argument(help: "Recordings.")
    var files: [String]

    @OptionGroup var vocabulary: VocabularyOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let vocabulary = try vocabulary.spoken()
        let engines = InferenceEngine.all(for: vocabulary)
        let reporter = InferenceReporter(json: output.json)
        let files = files
        try await untilInterrupted {
            for file in files {
                // Once, instead of once for each engine.
                _ = try Recording(path: file)
                reporter.tell(file)
                for engine in engines {
                    try Task.checkCancellation()
                    reporter.tell(await engine.infer(file), of: file)
                }
            }
        }
    }
}
