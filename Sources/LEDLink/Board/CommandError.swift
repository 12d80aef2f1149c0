/// Why the board cannot do what it is told, found out before anything is sent.
public struct CommandError: Error, Hashable, Sendable {
    public let kind: Kind
    private let message: String

    public enum Kind: Hashable, Sendable {
        /// The board has no such light.
        case noSuchLight
        /// The light has no colour.
        case noColor
        /// The light is only on or off.
        case noLevel
        /// A number is out of the range that its ``Command/Action`` gives.
        case outOfRange
    }

    init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }
}

extension CommandError: CustomStringConvertible {
    /// What is wrong and what there is instead, such as `LED 2 has no colour; the lamp has one`.
    public var description: String { message }
}
