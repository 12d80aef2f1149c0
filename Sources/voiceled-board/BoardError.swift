/// Why the simulated board cannot start or go on.
struct BoardError: Error, Equatable, Sendable, CustomStringConvertible {
    enum Kind: Equatable, Sendable {
        case sketchMissing, sketchUnusable, linkInTheWay, noPseudoTerminal, stopped
    }

    let kind: Kind
    /// *What: why (raw fact)*.
    let description: String
    /// What to do about it.
    let hint: String?

    init(_ kind: Kind, _ description: String, hint: String? = nil) {
        self.kind = kind
        self.description = description
        self.hint = hint
    }
}
