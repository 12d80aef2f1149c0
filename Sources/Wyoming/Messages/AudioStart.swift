/// Sound follows, in this format.
public struct AudioStart: Message {
    public static let type = "audio-start"

    public var format: SoundFormat
    /// When it begins, in milliseconds.
    public var timestamp: Int?

    public init(format: SoundFormat = .speech, timestamp: Int? = nil) {
        self.format = format
        self.timestamp = timestamp
    }

    public init(_ event: Event) throws(MessageError) {
        self.init(format: try SoundFormat(event), timestamp: try event.optionalInteger("timestamp"))
    }

    public var event: Event { Event(type: Self.type, data: format.fields(timestamp: timestamp)) }
}
