/// An event whose data is not what its type needs.
public struct MessageError: Error, Equatable, Sendable, CustomStringConvertible {
    public let description: String

    init(_ type: String, _ field: String, needs what: String) {
        description = "\(type): \"\(field)\" is missing or wrong; it needs \(what)"
    }
}
