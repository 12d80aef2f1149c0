internal import Wyoming

extension Info {
    /// What this program says of itself.
    ///
    /// - Parameter engines: the first is the one that is taken when a client names none.
    static func ours(_ engines: [Engine]) -> Info {
        let sphinx = Author(name: "CMU Sphinx", url: "https://cmusphinx.github.io")
        let google = Author(name: "Google", url: "https://tfhub.dev/google/speech_embedding/1")
        return Info(recognizers: [
            Program(
                name: "voiceled", description: "Commands of a grammar, or dictation, by PocketSphinx; offline",
                version: Self.version, author: Author(name: "VoiceLED", url: ""),
                models: engines.map { engine in
                    Model(
                        name: engine.rawValue, description: engine.summary, version: Self.version,
                        author: engine == .embedding ? google : sphinx,
                        languages: ["en"])
                }, streamsTranscripts: true)
        ])
    }

    private static let version = "0.1.0"
}

extension Engine {
    fileprivate var summary: String {
        switch self {
        case .grammar: "The sentences of a JSGF grammar"
        case .dictation: "Any English words"
        case .embedding: "Which word of the grammar it is most like, with the runners-up"
        }
    }
}
