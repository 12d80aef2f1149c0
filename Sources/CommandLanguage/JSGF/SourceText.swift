/// The text of a file, or of two that are read as one, addressed by byte offset. Lines and columns are worked out only
/// when a message needs them.
struct SourceText: Sendable {
    let file: String
    /// UTF-8, without a byte order mark.
    let bytes: [UInt8]
    /// The file that stands behind the first one, and where it begins.
    private let second: (start: Int, file: String)?

    init(_ text: String, file: String) {
        self.file = file
        let utf8 = Array(text.utf8)
        bytes = utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(utf8.dropFirst(3)) : utf8
        second = nil
    }

    /// - Parameter other: stands behind the text; of one file.
    init(_ text: SourceText, followedBy other: SourceText) {
        file = text.file
        bytes = text.bytes + other.bytes
        second = (text.bytes.count, other.file)
    }

    /// Line and column of a byte in its file, both counted from 1; the column counts characters as a reader sees them.
    func position(at offset: Int) -> (line: Int, column: Int) {
        var line = 1
        var start = part(of: offset).start
        var index = start
        while index < min(offset, bytes.count) {
            let byte = bytes[index]
            index += 1
            // A carriage return ends the line by itself unless a line feed follows.
            guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else { continue }
            if byte == UInt8(ascii: "\r"), index < bytes.count, bytes[index] == UInt8(ascii: "\n") { continue }
            line += 1
            start = index
        }
        return (line, text(in: start..<max(start, min(offset, bytes.count))).count + 1)
    }

    /// The file in which a byte stands, and where that begins.
    private func part(of offset: Int) -> (start: Int, file: String) {
        guard let second, offset >= second.start else { return (0, file) }
        return second
    }

    func text(in range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    /// What stands at `range`, in quotes and short enough for a message.
    func quoted(_ range: Range<Int>) -> String {
        let firstLine = text(in: range).prefix { !$0.isNewline }
        return firstLine.count <= 40 ? "'\(firstLine)'" : "'\(firstLine.prefix(37))...'"
    }

    func diagnostic(
        _ kind: GrammarDiagnostic.Kind, at offset: Int, _ message: String, hint: String? = nil
    ) -> GrammarDiagnostic {
        let (line, column) = position(at: offset)
        return GrammarDiagnostic(
            kind: kind, message: message, file: part(of: offset).file, line: line, column: column, hint: hint)
    }
}
