/// The text of a transcript follows in pieces.
public struct TranscriptStart: Message {
    public static let type = "transcript-start"

    public var language: String?

    public init(language: String? = nil) {
        self.language = language
    }

    public init(_ event: Event) throws(MessageError) {
        self.init(language: try event.optionalString("language"))
    }

    public var event: Event {
        Event(type: Self.type, data: [String: EventValue](present: ["language": language.map { .string($0) }]))
    }
}
