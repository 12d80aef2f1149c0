import Glibc

/// Messages on standard error, each with the program's name.
enum Diagnostics {
    static func line(_ message: String) {
        let bytes = Array("voiceled-recognizer: \(message)\n".utf8)
        _ = write(STDERR_FILENO, bytes, bytes.count)
    }

    /// What went wrong, then its remedy on a line of its own.
    static func explain(_ message: String, hint: String?) {
        line(message + (hint.map { "\n    \($0)" } ?? ""))
    }
}
