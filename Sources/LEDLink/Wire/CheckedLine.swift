/// The envelope that all framed lines share: a start mark, a body, `*` and the body's CRC-8 in two hex digits.
struct CheckedLine: Equatable {
    let mark: Mark
    let body: String

    enum Mark: UInt8 {
        /// `#`: a command on its way to the board, or the board's answer.
        case frame = 0x23
        /// `!`: the board speaks unasked.
        case notification = 0x21
    }

    init(_ mark: Mark, _ body: String) {
        self.mark = mark
        self.body = body
    }

    /// Opens `line`, which comes without its newline.
    ///
    /// - Returns: `nil` unless the mark, the checksum and the alphabet (printable ASCII) are right.
    init?(line: some Collection<UInt8>) {
        guard let mark = line.first.flatMap(Mark.init(rawValue:)), line.count >= 4 else { return nil }
        let body = line.dropFirst().dropLast(3)
        let tail = Array(line.suffix(3))
        guard tail[0] == Self.star, body.allSatisfy(Self.isPrintable),
            let high = Character(Unicode.Scalar(tail[1])).hexDigitValue,
            let low = Character(Unicode.Scalar(tail[2])).hexDigitValue,
            CRC8.checksum(of: body) == UInt8(high << 4 | low)
        else { return nil }
        self.init(mark, String(decoding: body, as: UTF8.self))
    }

    /// The sealed line, without a newline.
    var text: String {
        let crc = String(CRC8.checksum(of: body.utf8), radix: 16, uppercase: true)
        return "\(Character(Unicode.Scalar(mark.rawValue)))\(body)*\(crc.count < 2 ? "0" : "")\(crc)"
    }

    static func isPrintable(_ byte: UInt8) -> Bool { (0x20..<0x7F).contains(byte) }

    private static let star: UInt8 = 0x2A
}
