/// One piece of meaning that a JSGF tag gives to the words before it, such as `led=2` or `power=on`.
public struct Slot: Hashable, Sendable {
    public let name: String
    public let value: String

    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

extension Slot: CustomStringConvertible {
    public var description: String { "\(name)=\(value)" }
}
