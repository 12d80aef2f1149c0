/// The envelope that all framed lines share: a start mark, a body, `*` and the body's CRC-8 in two hex digits. To a board
/// that understands it the host sends two more: the second checksum.
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
    /// - Returns: `nil` unless the mark, the checksums and the alphabet (printable ASCII) are right.
    init?(line: some Collection<UInt8>) {
        let line = Array(line)
        guard let mark = line.first.flatMap(Mark.init(rawValue:)),
            let star = [5, 3].map({ line.count - $0 }).first(where: { $0 > 0 && line[$0] == Self.star })
        else { return nil }
        let body = line[1..<star]
        let checksums = line[(star + 1)...].map { Character(Unicode.Scalar($0)).hexDigitValue ?? 16 }
        guard body.allSatisfy(Self.isPrintable), checksums[0] << 4 | checksums[1] == Int(CRC8.checksum(of: body)),
            checksums.count == 2 || checksums[2] << 4 | checksums[3] == Int(CRC8.second(of: body))
        else { return nil }
        self.init(mark, String(decoding: body, as: UTF8.self))
    }

    /// The sealed line, without a newline.
    var text: String {
        "\(Character(Unicode.Scalar(mark.rawValue)))\(body)*\(Self.hex(CRC8.checksum(of: body.utf8)))"
    }

    /// The line with both checksums, by which the board holds it to the order of numbers.
    var strictText: String { text + Self.hex(CRC8.second(of: body.utf8)) }

    private static func hex(_ byte: UInt8) -> String {
        (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }

    static func isPrintable(_ byte: UInt8) -> Bool { (0x20..<0x7F).contains(byte) }

    private static let star: UInt8 = 0x2A
}
