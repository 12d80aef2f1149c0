internal import CPocketSphinx

/// The last complaints of PocketSphinx on this thread, which would otherwise go to stderr.
///
/// A decoder stays on one thread, and so its complaints are here and nobody else's.
enum DecoderLog {
    struct Line {
        let text: String
        let isError: Bool
    }

    private static let captured: Void = cpocketsphinx_capture_log()

    /// Takes the log over from the library, and forgets what this thread had.
    static func begin() {
        _ = captured
        cpocketsphinx_clear_log()
    }

    /// All lines that are kept, oldest first.
    static var recent: [Line] {
        (0..<cpocketsphinx_log_count()).map { index in
            Line(
                text: tidied(String(cString: cpocketsphinx_log_line(index))),
                isError: cpocketsphinx_log_line_is_error(index) != 0)
        }
    }

    static var texts: [String] { recent.map(\.text) }

    static var hasErrors: Bool { recent.contains { $0.isError } }

    /// Without the end of line and the `ERROR: "file.c", line 12: ` before the message.
    private static func tidied(_ message: String) -> String {
        var text = Substring(message)
        while let last = text.last, last.isWhitespace { text.removeLast() }
        let level = text.prefix { $0.isUppercase || $0 == "_" }
        if text[level.endIndex...].hasPrefix(": ") { text = text[level.endIndex...].dropFirst(2) }
        if text.hasPrefix("\""), let place = text.firstRange(of: ", line "),
            let colon = text[place.upperBound...].firstRange(of: ": ")
        {
            text = text[colon.upperBound...]
        }
        return String(text)
    }
}
