/// A piece of a transcript's text; joined together the pieces are the text.
public struct TranscriptChunk: Message {
    public static let type = "transcript-chunk"

    public var text: String

    public init(text: String) {
        self.text = text
    }

    public init(_ event: Event) throws(MessageError) {
        self.init(text: try event.requiredString("text"))
    }

    public var event: Event { Event(type: Self.type, data: ["text": .string(text)]) }
}
