import Adaptation
import ArgumentParser
import CommandLanguage
import Session
import VocabularyFiles

struct ModelsExport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write your own model into one file, to carry it to another computer.",
        discussion: """
            The file is a compressed tar archive: the model, where it comes from, and checksums.
            No recordings are in it.

            Example:
              voiceled models export my-voice.voicemodel
            """)

    @Argument(help: "File to write.")
    var file: String

    @Flag(help: "Write over a file that is there.")
    var force = false

    @OptionGroup var vocabulary: VocabularyOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let name = try vocabulary.typed().grammar.name
        guard let model = try ModelStore.standard().model(for: name) else {
            Diagnostics.explain(
                "there is no model of your own for the vocabulary \(name)", hint: "make one: voiceled models train")
            throw ExitStatus.wrongUse
        }
        let archive = ModelArchive(path: file)
        guard force || !archive.exists else {
            Diagnostics.explain("\(file) is there already", hint: "name another file, or say --force")
            throw ExitStatus.wrongUse
        }
        try await untilInterrupted { try await archive.write(model) }
        ModelsReporter(json: output.json).tellExported(model, to: file)
    }
}
