/// The answer to a ``Ping``.
public struct Pong: Message {
    public static let type = "pong"

    public var text: String?

    public init(text: String? = nil) {
        self.text = text
    }

    public init(_ event: Event) throws(MessageError) {
        self.init(text: try event.optionalString("text"))
    }

    public var event: Event {
        Event(type: Self.type, data: [String: EventValue](present: ["text": text.map { .string($0) }]))
    }
}
