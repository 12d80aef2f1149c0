import Glibc
import Recognition
import Subprocess

/// A decoder that must not be loaded into this process, because another process did not survive it.
public struct CanaryError: Error, Equatable, Sendable, CustomStringConvertible {
    public enum Kind: Equatable, Sendable {
        /// The process ended, or had to be ended.
        case died
        /// It hears more slowly than people speak.
        case slow
        /// There is no program to try it with.
        case unavailable
    }

    public let kind: Kind
    public let description: String
    /// What to do about it.
    public let hint: String?
    /// The last lines of the decoder before its end, oldest first.
    public let log: [String]

    init(_ kind: Kind, _ description: String, hint: String?, log: [String] = []) {
        self.kind = kind
        self.description = description
        self.hint = hint
        self.log = log
    }
}

extension CanaryError {
    /// What seems to be at fault.
    enum Culprit {
        case model(String)
    }

    init(_ status: TerminationStatus, limits: TrialLimits, log: [String]) {
        let why =
            switch status {
            case .exited(let code): "it ended its process with status \(code)"
            case .signaled(SIGXCPU): "it was not done after \(limits.processorSeconds) s of processor time"
            case .signaled(SIGALRM): "it was not done after \(limits.seconds) s"
            case .signaled(SIGKILL): "its process was killed, as happens when the computer runs out of memory"
            case .signaled(let signal): "it crashed (\(String(cString: strsignal(signal))))"
            }
        let hint =
            switch status {
            case .signaled(SIGXCPU), .signaled(SIGALRM):
                "make the grammar smaller: many optional words or loops in a row take the decoder very long"
            default: "undo the last change of the grammar or the dictionary; `voiceled grammar check` tries it again"
            }
        self.init(.died, Self.what + Self.sentence(why, lastWords: Self.lastWords(in: log)), hint: hint, log: log)
    }

    /// The same with another remedy.
    func blaming(_ culprit: Culprit) -> CanaryError {
        guard case .model(let folder) = culprit else { return self }
        let rest = description.dropFirst(Self.what.count)
        return CanaryError(
            kind, "the decoder does not survive the acoustic model \(folder): \(rest)",
            hint: "its files are damaged or not made for this decoder: install or make them again", log: log)
    }

    static func slow(_ hearing: Double) -> CanaryError {
        CanaryError(
            .slow,
            "the decoder is too slow with this vocabulary: a second of sound takes it \(hearing.rounded(toDecimals: 1)) s",
            hint: "make the grammar smaller: many optional words or loops in a row take the decoder very long")
    }

    static func unavailable(_ program: String) -> CanaryError {
        CanaryError(
            .unavailable, "cannot try the vocabulary first: \(program) is not there", hint: "build it with `make build`"
        )
    }

    static func silent(after patience: Duration) -> CanaryError {
        CanaryError(
            .unavailable, "cannot try the vocabulary first: voiceled-recognizer gave no answer within \(patience)",
            hint: "build it anew with `make build`")
    }

    private static let what = "the decoder does not survive this vocabulary: "

    private static func sentence(_ why: String, lastWords: String?) -> String {
        guard let lastWords else { return why }
        return "\(why) (\(lastWords))"
    }

    /// What the library or the C library said at the very end, without the place in its source.
    private static func lastWords(in log: [String]) -> String? {
        for line in log.reversed() {
            if let colon = line.firstRange(of: "FATAL: ") {
                let rest = line[colon.upperBound...]
                guard rest.hasPrefix("\""), let place = rest.firstRange(of: ", line "),
                    let end = rest[place.upperBound...].firstRange(of: ": ")
                else { return String(rest) }
                return String(rest[end.upperBound...])
            }
            if line.contains("Assertion") || line.contains("alloc") || line.contains("corrupt") { return line }
        }
        return nil
    }
}
