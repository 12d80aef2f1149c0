/// A request to say what the program can do; the answer is ``Info``.
public struct Describe: Message {
    public static let type = "describe"

    public init() {}

    public init(_ event: Event) throws(MessageError) {}

    public var event: Event { Event(type: Self.type) }
}
