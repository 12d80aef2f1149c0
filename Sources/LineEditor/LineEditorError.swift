internal import Glibc

/// Why a line could not be read, or a history not be kept.
public struct LineEditorError: Error, Equatable, Sendable {
    /// What callers may branch on.
    public enum Kind: Equatable, Sendable {
        /// Another thread is reading a line from this editor.
        case busy
        /// The input or the terminal does not work; further reading is pointless.
        case inputFailed
        /// The line is not UTF-8.
        case notUTF8
        /// The line is longer than the editor's limit.
        case tooLong
        /// The history file cannot be read or written; editing goes on without it.
        case historyFailed
    }

    public let kind: Kind
    /// One line: what, why, and the raw fact in brackets.
    public let description: String
    /// What to try, where there is something to try.
    public let hint: String?

    init(_ kind: Kind, _ description: String, hint: String? = nil) {
        self.kind = kind
        self.description = description
        self.hint = hint
    }

    /// Captures `errno`: nothing may be called between the failure and this.
    init(_ kind: Kind, failing call: String, to purpose: String, hint: String? = nil) {
        let code = errno
        self.init(kind, "cannot \(purpose): \(String(cString: strerror(code))) (\(call): errno \(code))", hint: hint)
    }

    static let busy = LineEditorError(
        .busy, "cannot read a line: another thread is reading one",
        hint: "read lines from one place, or make an editor for each terminal")

    static let notUTF8 = LineEditorError(
        .notUTF8, "cannot use the line: it is not UTF-8",
        hint: "convert the text first, for example with: iconv -t UTF-8")

    static func tooLong(limit: Int) -> LineEditorError {
        LineEditorError(
            .tooLong, "cannot use the line: it is longer than \(limit) bytes",
            hint: "give one command a line")
    }
}

extension LineEditorError: CustomStringConvertible {}
