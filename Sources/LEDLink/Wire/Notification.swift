public import CommandLanguage

/// What the board says unasked: `!READY voice_to_led 1*hh` or `!LED2 ON b*hh`.
public enum Notification: Hashable, Sendable {
    /// The sketch has just started: whatever the board knew before is gone.
    case ready(sketch: String, protocolVersion: Int)
    /// Another end changed something.
    case changed(Command, by: Origin)

    /// Reads a line that comes without its newline.
    ///
    /// - Returns: `nil` if it is not a notification, or a damaged one.
    public init?(line: some Collection<UInt8>) {
        guard let checked = CheckedLine(line: line), checked.mark == .notification else { return nil }
        let words = checked.body.split(separator: " ", omittingEmptySubsequences: false)
        if words.first == "READY" {
            guard words.count >= 3, let version = Int(decimal: words[2]) else { return nil }
            self = .ready(sketch: String(words[1]), protocolVersion: version)
        } else {
            guard let origin = words.last.flatMap(Origin.init(letter:)),
                let command = WireCommand(parsing: words.dropLast().joined(separator: " "))?.command
            else { return nil }
            self = .changed(command, by: origin)
        }
    }

    /// The line as the board sends it, without a newline.
    public var line: String {
        let body =
            switch self {
            case .ready(let sketch, let version): "READY \(sketch) \(version)"
            case .changed(let command, let origin): "\(WireCommand(command)) \(origin.letter)"
            }
        return CheckedLine(.notification, body).text
    }
}
