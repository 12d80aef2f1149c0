internal import Wyoming

extension Info {
    /// What this program says of itself.
    ///
    /// - Parameter engines: the first is the one that is taken when a client names none.
    static func ours(_ engines: [Engine]) -> Info {
        let sphinx = Author(name: "CMU Sphinx", url: "https://cmusphinx.github.io")
        return Info(recognizers: [
            Program(
                name: "voiceled", description: "Commands of a grammar, or dictation, by PocketSphinx; offline",
                version: Self.version, author: Author(name: "VoiceLED", url: ""),
                models: engines.map { engine in
                    Model(
                        name: engine.rawValue, description: engine.summary, version: Self.version, author: sphinx,
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
        }
    }
}
