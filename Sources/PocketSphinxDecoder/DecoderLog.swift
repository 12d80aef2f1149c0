internal import CPocketSphinx
internal import Synchronization

/// The last complaints of PocketSphinx, which would otherwise go to stderr.
///
/// The library has one log for all its decoders and threads, so this is one too: while two decoders load at the same
/// time each may see lines of the other.
enum DecoderLog {
    private static let limit = 64
    private static let lines = Mutex<[Line]>([])

    struct Line: Sendable {
        let text: String
        let isError: Bool
    }

    private static let installed: Void = {
        // Some of what it prints, such as its whole configuration, goes past the handler.
        err_set_logfp(nil)
        cpocketsphinx_set_line_handler { level, text in
            guard let text, level >= CInt(ERR_WARN.rawValue) else { return }
            DecoderLog.append(String(cString: text), isError: level >= CInt(ERR_ERROR.rawValue))
        }
    }()

    /// Takes the log over from the library and begins it anew.
    static func begin() {
        _ = installed
        lines.withLock { $0.removeAll(keepingCapacity: true) }
    }

    /// All lines that are kept, oldest first.
    static var recent: [Line] {
        lines.withLock { $0 }
    }

    static var texts: [String] { recent.map(\.text) }

    private static func append(_ message: String, isError: Bool) {
        let text = tidied(message)
        guard !text.isEmpty else { return }
        lines.withLock { lines in
            if lines.count == limit { lines.removeFirst() }
            lines.append(Line(text: text, isError: isError))
        }
    }

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
