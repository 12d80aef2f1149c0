import Glibc

/// Nothing can be compared.
public struct IsolationError: Error, Equatable, Sendable, CustomStringConvertible {
    public let description: String
    /// What to do about it.
    public let hint: String?

    init(_ description: String, hint: String? = nil) {
        self.description = description
        self.hint = hint
    }

    static func cannotStart(_ program: String, _ errno: CInt) -> IsolationError {
        IsolationError(
            "cannot start \(program): \(String(cString: strerror(errno)))",
            hint: errno == EAGAIN || errno == ENOMEM ? "end other programs and try again" : nil)
    }

    static func noAnswer(_ reason: String) -> IsolationError {
        IsolationError(
            "the recogniser's process does not answer: \(reason)",
            hint: "is voiceled-recognizer beside voiceled, and does voiceled replay work?")
    }

    static let hostIsSilent = IsolationError(
        "the program that hosts the thread does not answer", hint: "does voiceled replay work?")
}
