import Foundation

/// One event as one line of JSON, keys in snake_case.
public enum JSONLine {
    /// - Parameters:
    ///   - event: stands as `event`.
    ///   - time: stands as `at`, Unix seconds.
    ///   - body: an object; its keys stand beside those two.
    /// - Returns: the line without its newline.
    public static func encode(event: String, at time: Double = EventClock.now(), _ body: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(Line(event: event, at: time, body: body)), as: UTF8.self)
        } catch {
            // Encoding fails on numbers that are not finite and on bodies that are no object: a mistake of ours.
            preconditionFailure("the event \(event) cannot be written as JSON: \(error)")
        }
    }

    /// The keys that all events share, beside their own.
    private struct Line<Body: Encodable>: Encodable {
        let event: String
        let at: Double
        let body: Body

        enum Key: String, CodingKey { case event, at }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(event, forKey: .event)
            try container.encode(at, forKey: .at)
            try body.encode(to: encoder)
        }
    }
}
