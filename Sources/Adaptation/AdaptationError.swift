/// Why a model cannot be made, taken over, or found.
public struct AdaptationError: Error, Equatable, CustomStringConvertible {
    public enum Kind: Equatable, Sendable {
        /// A program or a model is not installed.
        case missing
        /// A program did not end in its time.
        case timedOut
        /// A program failed.
        case failed
        /// Something the user gave cannot be used.
        case unusable
        /// There is nothing to go back to.
        case nothingToUndo
    }

    public let kind: Kind
    public let description: String
    /// What to do about it.
    public let hint: String?

    public init(_ kind: Kind, _ description: String, hint: String? = nil) {
        self.kind = kind
        self.description = description
        self.hint = hint
    }
}
