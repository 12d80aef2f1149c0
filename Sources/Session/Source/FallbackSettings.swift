public import Recognition
internal import Supervision
internal import VocabularyFiles

/// Which fallback a session has, and what it shall listen for.
public struct FallbackSettings: Sendable, Equatable {
    public var choice: FallbackChoice
    /// The same files as the primary recogniser's; the built-in ones when `nil`.
    public var grammarPath: String?
    public var dictionaryPath: String?
    public var acousticModel: String?

    public static let none = FallbackSettings(choice: .none)

    public init(
        choice: FallbackChoice, grammarPath: String? = nil, dictionaryPath: String? = nil, acousticModel: String? = nil
    ) {
        self.choice = choice
        self.grammarPath = grammarPath
        self.dictionaryPath = dictionaryPath
        self.acousticModel = acousticModel
    }

    /// - Returns: one that is not started yet; `nil` for none.
    func recognizer() -> FallbackRecognizer? {
        switch choice {
        case .none: return nil
        case .builtin:
            let options = [("--grammar", grammarPath), ("--dictionary", dictionaryPath), ("--model", acousticModel)]
            let arguments = options.flatMap { name, value in value.map { [name, $0] } ?? [] }
            return FallbackRecognizer(
                WorkerProgram(path: ProgramFolder.path + "/voiceled-recognizer", arguments: arguments))
        case .command(let command):
            // One worker: it may be large, and is not ours to double.
            return FallbackRecognizer(
                WorkerProgram(path: "sh", arguments: ["-c", "exec " + command]), limits: .forOthers, reserve: 0)
        case .tcp(let host, let port): return FallbackRecognizer(.tcp(host: host, port: port), limits: .forOthers)
        case .unix(let path): return FallbackRecognizer(.unix(path: path), limits: .forOthers)
        }
    }
}
