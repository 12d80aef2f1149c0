/// Cuts a JSGF file into lexemes. Works on bytes: everything that JSGF reserves is ASCII.
struct Lexer {
    let source: SourceText
    /// The next byte to read.
    private(set) var offset: Int

    init(_ source: SourceText, from offset: Int) {
        self.source = source
        self.offset = offset
    }

    mutating func next() throws(GrammarError) -> Lexeme {
        let documentation = try skipBlank()
        let start = offset
        guard let byte = peek() else {
            return Lexeme(kind: .end, range: start..<start, documentation: documentation)
        }
        let kind: Lexeme.Kind =
            switch byte {
            case UInt8(ascii: "<"): .rule(try ruleName())
            case UInt8(ascii: "{"): .tag(try TagReader(source, from: start).slots(endingAt: &offset))
            case UInt8(ascii: "\""): .quoted(try quotedToken())
            case UInt8(ascii: "/"): .weight(try weight())
            case UInt8(ascii: ">"), UInt8(ascii: "}"):
                let found = source.quoted(start..<start + 1)
                throw failure(
                    .syntax, at: start, "unexpected \(found): expected its opening bracket before it",
                    hint: "remove it, or write \\\(Character(Unicode.Scalar(byte))) for the character itself")
            case _ where Self.isSymbol(byte): .symbol(symbol(byte))
            default: .word(try word())
            }
        return Lexeme(kind: kind, range: start..<offset, documentation: documentation)
    }

    // MARK: Blank space and comments

    /// - Returns: the last documentation comment that was passed over.
    private mutating func skipBlank() throws(GrammarError) -> DocumentationComment? {
        var documentation: DocumentationComment?
        while let byte = peek() {
            if Self.isSpace(byte) {
                offset += 1
            } else if follows("//") {
                while let byte = peek(), byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "\r") { offset += 1 }
            } else if follows("/*") {
                documentation = try blockComment() ?? documentation
            } else {
                break
            }
        }
        return documentation
    }

    private mutating func blockComment() throws(GrammarError) -> DocumentationComment? {
        let start = offset
        offset += 2
        while !follows("*/") {
            guard peek() != nil else {
                throw failure(.syntax, at: start, "this comment has no end", hint: "close it with */")
            }
            offset += 1
        }
        offset += 2
        let isDocumentation = offset - start > 4 && source.bytes[start + 2] == UInt8(ascii: "*")
        return isDocumentation ? DocumentationComment(source.text(in: start + 3..<offset - 2)) : nil
    }

    // MARK: Lexemes

    private mutating func symbol(_ byte: UInt8) -> Character {
        offset += 1
        return Character(Unicode.Scalar(byte))
    }

    private mutating func word() throws(GrammarError) -> String {
        var text: [UInt8] = []
        while let byte = peek(), !Self.isSpace(byte), !Self.isReserved(byte) {
            text.append(byte == UInt8(ascii: "\\") ? try escaped() : byte)
            offset += 1
        }
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func quotedToken() throws(GrammarError) -> String {
        let start = offset
        var text: [UInt8] = []
        offset += 1
        while peek() != UInt8(ascii: "\"") {
            guard let byte = peek(), byte != UInt8(ascii: "\n") else {
                throw failure(
                    .syntax, at: start, "the quoted word \(source.quoted(start..<offset)) has no end",
                    hint: "close it with \" on the same line")
            }
            text.append(byte == UInt8(ascii: "\\") ? try escaped() : byte)
            offset += 1
        }
        offset += 1
        return String(decoding: text, as: UTF8.self)
    }

    /// The byte after a backslash, which is then taken literally; moves on to it.
    private mutating func escaped() throws(GrammarError) -> UInt8 {
        offset += 1
        guard let byte = peek(), byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "\r") else {
            throw failure(
                .syntax, at: offset - 1, "unexpected '\\' at the end of a line", hint: "write \\\\ for a backslash")
        }
        return byte
    }

    private mutating func ruleName() throws(GrammarError) -> String {
        let start = offset
        offset += 1
        while let byte = peek(), byte != UInt8(ascii: ">") {
            guard !Self.isSpace(byte), byte != UInt8(ascii: "<"), byte != UInt8(ascii: "\"") else { break }
            offset += 1
        }
        guard peek() == UInt8(ascii: ">") else {
            throw failure(
                .syntax, at: start, "the rule name \(source.quoted(start..<offset)) has no end: expected '>'",
                hint: "a rule name has no spaces: <light-number>")
        }
        let name = source.text(in: start + 1..<offset)
        offset += 1
        guard !name.isEmpty else {
            throw failure(.syntax, at: start, "unexpected '<>': expected a rule name between the brackets")
        }
        return name
    }

    /// A number between slashes, with Java's spelling of numbers: `0.5`, `3.14e3`, `.1f`.
    private mutating func weight() throws(GrammarError) -> Double {
        let start = offset
        offset += 1
        while let byte = peek(), byte != UInt8(ascii: "/"), byte != UInt8(ascii: "\n") { offset += 1 }
        let hint = "a weight stands before an alternative: /0.5/ on | /2/ off"
        guard peek() == UInt8(ascii: "/") else {
            throw failure(.syntax, at: start, "this weight has no end: expected '/'", hint: hint)
        }
        offset += 1
        let written = source.text(in: start + 1..<offset - 1).filter { !$0.isWhitespace }
        let number = written.last.map("fFdD".contains) == true ? String(written.dropLast()) : written
        let isPlain = !number.isEmpty && number.allSatisfy("0123456789.eE+-".contains)
        guard isPlain, let value = Double(number.hasPrefix(".") ? "0" + number : number), value.isFinite, value >= 0
        else {
            throw failure(
                .syntax, at: start, "\(source.quoted(start..<offset)) is no weight: expected a number of 0 or more",
                hint: hint)
        }
        return value
    }

    // MARK: Bytes

    private func peek() -> UInt8? {
        offset < source.bytes.count ? source.bytes[offset] : nil
    }

    private func follows(_ text: StaticString) -> Bool {
        guard offset + text.utf8CodeUnitCount <= source.bytes.count else { return false }
        return (0..<text.utf8CodeUnitCount).allSatisfy { source.bytes[offset + $0] == text.utf8Start[$0] }
    }

    private func failure(
        _ kind: GrammarDiagnostic.Kind, at offset: Int, _ message: String, hint: String? = nil
    ) -> GrammarError {
        GrammarError(source.diagnostic(kind, at: offset, message, hint: hint))
    }

    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }

    private static func isSymbol(_ byte: UInt8) -> Bool {
        switch Unicode.Scalar(byte) {
        case ";", "=", "|", "*", "+", "(", ")", "[", "]": true
        default: false
        }
    }

    private static func isReserved(_ byte: UInt8) -> Bool {
        switch Unicode.Scalar(byte) {
        case "<", ">", "{", "}", "/", "\"": true
        default: isSymbol(byte)
        }
    }
}
