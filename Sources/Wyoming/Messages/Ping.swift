/// Are you there? The answer is a ``Pong`` with the same text.
public struct Ping: Message {
    public static let type = "ping"

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
