/// One event of the Wyoming protocol: what programs that deal with voices tell each other.
///
/// On the wire a line of JSON, then `data` as JSON, then `payload`; see `rhasspy/wyoming`.
public struct Event: Equatable, Sendable {
    /// For example `audio-chunk`.
    public var type: String

    public var data: [String: EventValue]

    /// Bytes of any kind, such as samples; none and empty are the same on the wire.
    public var payload: [UInt8]

    public init(type: String, data: [String: EventValue] = [:], payload: [UInt8] = []) {
        self.type = type
        self.data = data
        self.payload = payload
    }

    /// The version of the protocol that headers name.
    public static let version = "1.10.2"
}

extension Event {
    /// The whole event as it goes on the wire; to be written at once.
    public var bytes: [UInt8] {
        var header: [String: EventValue] = ["type": .string(type), "version": .string(Self.version)]
        let body = data.isEmpty ? [] : data.json
        if !body.isEmpty { header["data_length"] = .integer(body.count) }
        if !payload.isEmpty { header["payload_length"] = .integer(payload.count) }
        return header.json + [UInt8(ascii: "\n")] + body + payload
    }
}
