import AcousticModel
import Adaptation
import ArgumentParser
import CommandLanguage
import Session
import VocabularyFiles

struct ModelsImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take over a model that `voiceled models export` wrote.",
        discussion: """
            Everything is looked at before it is used: the checksums of all files, the
            vocabulary that it was made for, and whether the decoder survives it, in a process
            of its own. The checksums tell of damage, not of who made the model. The model that
            was there before can be had back with `voiceled models train --undo`.

            Example:
              voiceled models import my-voice.voicemodel
            """)

    @Argument(help: "File to read.")
    var file: String

    @OptionGroup var vocabulary: VocabularyOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let vocabulary = try vocabulary.spoken()
        let file = file
        let store = try ModelStore.standard()
        let model = try await untilInterrupted {
            try await ModelImport(for: vocabulary).take(ModelArchive(path: file), into: store)
        }
        ModelsReporter(json: output.json).tellImported(model)
        let strange = Set(model.provenance.words).subtracting(vocabulary.grammar.vocabulary).sorted()
        if !strange.isEmpty {
            let names = strange.prefix(5).map { "\"\($0)\"" } + (strange.count > 5 ? ["..."] : [])
            Diagnostics.line("it knows words that this vocabulary does not have: \(names.joined(separator: ", "))")
            Diagnostics.line("phrases of one's own are not in the file: add them with `voiceled words add`")
        }
    }
}
