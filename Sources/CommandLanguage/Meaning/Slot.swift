/// One piece of meaning that a JSGF tag gives to the words before it, such as `led=2` or `power=on`.
public struct Slot: Hashable, Sendable {
    public let name: String
    public let value: String

    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }

    /// Separates two commands in one utterance; written `{then}`.
    public static let then = Slot("then", "")
}

extension Slot: CustomStringConvertible {
    public var description: String { self == .then ? "then" : "\(name)=\(value)" }
}
