/// Something was refused or went wrong; the connection goes on.
public struct ErrorEvent: Message {
    public static let type = "error"

    /// For people.
    public var text: String
    /// For programs.
    public var code: String?

    public init(text: String, code: String? = nil) {
        self.text = text
        self.code = code
    }

    public init(_ event: Event) throws(MessageError) {
        self.init(text: try event.requiredString("text"), code: try event.optionalString("code"))
    }

    public var event: Event {
        Event(
            type: Self.type,
            data: [String: EventValue](present: ["text": .string(text), "code": code.map { .string($0) }]))
    }
}
