/// The first line of a JSGF file: `#JSGF V1.0 UTF-8 en;`.
struct Header {
    let locale: String?
    /// Where the rest of the file begins.
    let end: Int

    init(of source: SourceText) throws(GrammarError) {
        func failure(_ kind: GrammarDiagnostic.Kind, _ message: String, _ hint: String) -> GrammarError {
            GrammarError(source.diagnostic(kind, at: 0, message, hint: hint))
        }
        let lineEnd = source.bytes.firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
        let line = source.bytes[..<(lineEnd ?? source.bytes.count)]
        let hint = "begin the file with: #JSGF V1.0;"
        guard line.starts(with: "#JSGF".utf8) else {
            let found = line.isEmpty ? "nothing" : source.quoted(line.startIndex..<line.endIndex)
            throw failure(.header, "expected the header '#JSGF V1.0;', found \(found)", hint)
        }
        guard let semicolon = line.firstIndex(of: UInt8(ascii: ";")) else {
            throw failure(
                .header, "the header \(source.quoted(line.startIndex..<line.endIndex)) has no end: expected ';'", hint)
        }
        let fields = source.text(in: 5..<semicolon).split(whereSeparator: \.isWhitespace)
        guard fields.first?.lowercased() == "v1.0" else {
            throw failure(
                .header, "\(source.quoted(0..<semicolon)) is not JSGF of version V1.0, the only one there is", hint)
        }
        guard fields.count <= 3 else {
            throw failure(
                .header, "unexpected '\(fields[3])' in the header: expected at most a character set and a locale",
                "write: #JSGF V1.0 UTF-8 en;")
        }
        locale = fields.count > 2 ? String(fields[2]) : nil
        end = semicolon + 1
    }
}
