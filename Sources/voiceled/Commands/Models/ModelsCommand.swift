import ArgumentParser

struct ModelsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "models",
        abstract: "Acoustic models: find them, adapt one to a voice, hand it on.",
        discussion: """
            A few minutes with your own voice make the recogniser nearly perfect for it:
              voiceled models train --folder my-recordings
              voiceled models find
              voiceled models export my-voice.voicemodel
              voiceled models import my-voice.voicemodel      on the other computer

            `listen`, `replay` and `bench accuracy` hear with your own model for the
            vocabulary it was made for; --model stock does without it.
            """,
        subcommands: [
            ModelsFind.self, ModelsTrain.self, ModelsExport.self, ModelsImport.self, ModelsBench.self, ModelsInfer.self,
        ])
}
