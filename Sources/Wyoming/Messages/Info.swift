/// What a program can do. Only recognisers are looked at; programs that speak, wake or handle are left out.
public struct Info: Message {
    public static let type = "info"

    public var recognizers: [Program]

    public init(recognizers: [Program]) {
        self.recognizers = recognizers
    }

    public init(_ event: Event) throws(MessageError) {
        self.init(recognizers: (event.data["asr"]?.array ?? []).compactMap { $0.object.map(Program.init) })
    }

    public var event: Event { Event(type: Self.type, data: ["asr": .array(recognizers.map(\.value))]) }
}
