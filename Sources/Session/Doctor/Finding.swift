/// What the doctor found out about one thing that the program uses.
public struct Finding: Sendable, Equatable {
    public let subject: String
    public let state: State
    /// What was found, in a few words.
    public let words: String
    /// What to do about it; `nil` when nothing has to be done.
    public let remedy: String?

    public enum State: String, Sendable {
        case well = "ok"
        /// Nothing can be obeyed without it.
        case missing
        /// Something can be done without it, and the rest works.
        case optional = "missing_optional"
    }

    static func well(_ subject: String, _ words: String) -> Finding {
        Finding(subject: subject, state: .well, words: words, remedy: nil)
    }

    static func missing(_ subject: String, _ words: String, remedy: String?) -> Finding {
        Finding(subject: subject, state: .missing, words: words, remedy: remedy)
    }

    static func optional(_ subject: String, _ words: String, remedy: String?) -> Finding {
        Finding(subject: subject, state: .optional, words: words, remedy: remedy)
    }
}
