/// An event with a meaning: one of the types of this folder.
public protocol Message: Equatable, Sendable {
    /// The type of its events.
    static var type: String { get }

    /// Reads the meaning of `event`, whose type has been looked at.
    init(_ event: Event) throws(MessageError)

    var event: Event { get }
}
