/// A request to say in words what the sound that follows says.
public struct Transcribe: Message {
    public static let type = "transcribe"

    /// Which model is to listen; the recogniser's own choice when `nil`.
    public var name: String?
    /// Language of the sound, such as `en`.
    public var language: String?
    /// Whether `transcript-start`, `-chunk` and `-stop` are wanted beside `transcript`. An addition of ours: those who
    /// do not know it get them, as the protocol says.
    public var streaming: Bool?

    public init(name: String? = nil, language: String? = nil, streaming: Bool? = nil) {
        self.name = name
        self.language = language
        self.streaming = streaming
    }

    public init(_ event: Event) throws(MessageError) {
        self.init(
            name: try event.optionalString("name"), language: try event.optionalString("language"),
            streaming: try event.optionalBool("streaming"))
    }

    public var event: Event {
        Event(
            type: Self.type,
            data: [String: EventValue](present: [
                "name": name.map { .string($0) }, "language": language.map { .string($0) },
                "streaming": streaming.map { .bool($0) },
            ]))
    }
}
