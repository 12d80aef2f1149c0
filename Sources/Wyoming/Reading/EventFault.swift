/// Bytes that are no event, and why.
public struct EventFault: Error, Equatable, Sendable {
    /// What callers may branch on.
    public enum Kind: Equatable, Sendable {
        /// The header line is too long.
        case headerTooLong
        /// The header line is no JSON object, names no type, or has an impossible length.
        case header
        /// A part claims to be longer than allowed.
        case tooLong
        /// The data block is no JSON object.
        case data
        /// The stream ended in the middle of an event.
        case truncated
    }

    public let kind: Kind

    /// What is wrong and what would be right, on one line.
    public let description: String
}

extension EventFault: CustomStringConvertible {}

extension EventFault {
    static func headerTooLong(limit: Int) -> EventFault {
        EventFault(
            kind: .headerTooLong,
            description: "header line: longer than \(limit) bytes; put what is long into the data block")
    }

    static let notJSON = EventFault(
        kind: .header, description: "header line: not a JSON object; an event begins with {\"type\": ...} on one line")

    static let noType = EventFault(
        kind: .header, description: "header line: \"type\" is missing; it needs the event's name")

    static func length(_ name: String) -> EventFault {
        EventFault(
            kind: .header, description: "header line: \"\(name)\" is not a length; it needs a whole number from 0")
    }

    static func noObject(_ name: String) -> EventFault {
        EventFault(kind: .header, description: "header line: \"\(name)\" is not a JSON object")
    }

    static func tooLong(_ name: String, _ length: Int, limit: Int, of type: String) -> EventFault {
        EventFault(
            kind: .tooLong,
            description: "\(type): \"\(name)\" is \(length), more than \(limit) bytes; send it in smaller pieces")
    }

    static func data(of type: String) -> EventFault {
        EventFault(kind: .data, description: "\(type): the data block is not a JSON object; the event was skipped")
    }

    static func truncated(missing: Int?) -> EventFault {
        let rest = missing.map { "\($0) bytes are missing" } ?? "its header line has no end"
        return EventFault(kind: .truncated, description: "the stream ended in the middle of an event: \(rest)")
    }
}
