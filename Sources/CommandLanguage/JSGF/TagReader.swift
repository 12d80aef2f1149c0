/// Reads the slots of one tag, `{led=2 power=on}`: separated by white space or `;`, special characters after a backslash.
struct TagReader {
    private let source: SourceText
    /// Of the opening brace.
    private let start: Int

    init(_ source: SourceText, from start: Int) {
        self.source = source
        self.start = start
    }

    /// - Parameter end: set to the byte after the closing brace.
    func slots(endingAt end: inout Int) throws(GrammarError) -> [Slot] {
        let closing = try closingBrace()
        end = closing + 1
        var slots: [Slot] = []
        var piece = Piece(start: start + 1)
        var index = start + 1
        while index < closing {
            let byte = source.bytes[index]
            switch Unicode.Scalar(byte) {
            case ";":
                if let slot = try slot(from: piece, endingAt: index) { slots.append(slot) }
                piece = Piece(start: index + 1)
            case "\\":
                index += 1
                piece.append(source.bytes[index])
            case "=" where piece.separator == nil:
                piece.separator = piece.bytes.count
            case _ where Lexer.isSpace(byte):
                if let slot = try slot(from: piece, endingAt: index) { slots.append(slot) }
                piece = Piece(start: index + 1)
            default:
                piece.append(byte)
            }
            index += 1
        }
        if let slot = try slot(from: piece, endingAt: closing) { slots.append(slot) }
        return slots
    }

    private func closingBrace() throws(GrammarError) -> Int {
        var index = start + 1
        while index < source.bytes.count, source.bytes[index] != UInt8(ascii: "{") {
            if source.bytes[index] == UInt8(ascii: "}") { return index }
            index += source.bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        throw failure(
            at: start,
            "the tag \(source.quoted(start..<min(index, source.bytes.count))) has no end: expected '}'",
            hint: "close it with }; a brace that belongs to the tag is written \\{ or \\}")
    }

    private func slot(from piece: Piece, endingAt end: Int) throws(GrammarError) -> Slot? {
        if piece.bytes.isEmpty, piece.separator == nil { return nil }
        let name = String(decoding: piece.bytes.prefix(piece.separator ?? piece.bytes.count), as: UTF8.self)
        let value = piece.separator.map { String(decoding: piece.bytes.dropFirst($0), as: UTF8.self) }
        if value == nil, name == Slot.then.name { return .then }
        guard let value, !value.isEmpty, !name.isEmpty, name.allSatisfy(Self.isName) else {
            throw failure(
                at: piece.start, "\(source.quoted(piece.start..<end)) is no slot: expected name=value",
                hint: "write {led=2} or {led=2 power=on}, without spaces around '='; only {then} stands alone")
        }
        return Slot(name, value)
    }

    static func isName(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || "_-.".contains(character)
    }

    private func failure(at offset: Int, _ message: String, hint: String) -> GrammarError {
        GrammarError(source.diagnostic(.tag, at: offset, message, hint: hint))
    }

    private struct Piece {
        let start: Int
        var bytes: [UInt8] = []
        /// How many bytes stand before the first unescaped `=`.
        var separator: Int?

        init(start: Int) { self.start = start }
        mutating func append(_ byte: UInt8) { bytes.append(byte) }
    }
}
