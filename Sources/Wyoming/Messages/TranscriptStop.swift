/// The pieces of a transcript's text have all been sent.
public struct TranscriptStop: Message {
    public static let type = "transcript-stop"

    public init() {}

    public init(_ event: Event) throws(MessageError) {}

    public var event: Event { Event(type: Self.type) }
}
