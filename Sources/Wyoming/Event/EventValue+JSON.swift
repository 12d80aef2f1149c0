internal import FoundationEssentials

extension EventValue: Codable {
    public init(from decoder: any Decoder) throws {
        guard decoder.codingPath.count <= Self.deepestNesting else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: [], debugDescription: "nested deeper than \(Self.deepestNesting)"))
        }
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode(Int.self) {
            self = .integer(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let keyed = try? decoder.container(keyedBy: Key.self) {
            var members: [String: EventValue] = [:]
            for key in keyed.allKeys { members[key.stringValue] = try keyed.decode(EventValue.self, forKey: key) }
            self = .object(members)
        } else {
            var unkeyed = try decoder.unkeyedContainer()
            var elements: [EventValue] = []
            while !unkeyed.isAtEnd { elements.append(try unkeyed.decode(EventValue.self)) }
            self = .array(elements)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        // JSON has no word for infinity.
        case .number(let value): if value.isFinite { try container.encode(value) } else { try container.encodeNil() }
        case .string(let value): try container.encode(value)
        case .array(let value): try container.encode(value)
        case .object(let value): try container.encode(value)
        }
    }

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}

extension [String: EventValue] {
    /// - Returns: `nil` for what is no JSON object in UTF-8.
    init?(json bytes: ArraySlice<UInt8>) {
        guard let value = try? JSONDecoder().decode(EventValue.self, from: Data(bytes)), let object = value.object
        else { return nil }
        self = object
    }

    /// On one line, keys in order.
    var json: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Every value can be written: numbers that JSON lacks become null.
        guard let data = try? encoder.encode(EventValue.object(self)) else { preconditionFailure("not encodable") }
        return Array(data)
    }
}
