import PocketSphinxDecoder
import VocabularyFiles

extension Fingerprint {
    /// What a trial's outcome depends on: the words, the settings, the model's files and the program.
    ///
    /// - Parameter program: another version of it is another trial.
    init(of settings: DecoderSettings, program: String) {
        self.init()
        mix(settings.grammar)
        switch settings.dictionary {
        case .text(let text): mix(text)
        case .file(let path): mix(file: path)
        }
        if let languageModel = settings.languageModel { mix(file: languageModel) }
        mix("\(settings.beam) \(settings.wordBeam) \(settings.phoneBeam) \(settings.gaussians)")
        mix(settings.acousticModel)
        for name in Self.modelFiles { mix(file: settings.acousticModel + "/" + name) }
        mix(file: program)
    }

    private static let modelFiles = [
        "feat.params", "mdef", "means", "mixture_weights", "noisedict", "sendump", "transition_matrices", "variances",
    ]
}
