/// No more sound follows.
public struct AudioStop: Message {
    public static let type = "audio-stop"

    /// When it ended, in milliseconds.
    public var timestamp: Int?

    public init(timestamp: Int? = nil) {
        self.timestamp = timestamp
    }

    public init(_ event: Event) throws(MessageError) {
        self.init(timestamp: try event.optionalInteger("timestamp"))
    }

    public var event: Event {
        Event(type: Self.type, data: [String: EventValue](present: ["timestamp": timestamp.map { .integer($0) }]))
    }
}
