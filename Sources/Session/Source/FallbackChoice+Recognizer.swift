import Recognition
import Supervision

extension FallbackChoice {
    /// - Parameter words: for our own workers; others know theirs.
    /// - Returns: one that is not started yet; `nil` for none.
    func recognizer(hearing words: FallbackWords?) -> FallbackRecognizer? {
        switch self {
        case .none: nil
        case .builtin: words.map { FallbackRecognizer($0.program) }
        case .command(let command):
            // One worker: it may be large, and is not ours to double.
            FallbackRecognizer(
                WorkerProgram(path: "sh", arguments: ["-c", "exec " + command]), limits: .forOthers, reserve: 0)
        case .tcp(let host, let port): FallbackRecognizer(.tcp(host: host, port: port), limits: .forOthers)
        case .unix(let path): FallbackRecognizer(.unix(path: path), limits: .forOthers)
        }
    }
}
