/// A numbered line from the host to the board: `#17 LED2 ON*82` and a newline.
public struct Frame: Hashable, Sendable {
    /// 0 to 99. The board answers a number that it saw last a second time without obeying a second time.
    public let sequence: Int
    /// What the board shall do, such as `LED2 ON`.
    public let body: String

    /// Bytes in the longest frame, both checksums and the newline included: what the smallest board has room for.
    public static let longest = 60

    /// - Returns: `nil` if `sequence` is out of range, or if `body` is not printable ASCII or makes the line too long.
    public init?(sequence: Int, body: String) {
        guard (0..<100).contains(sequence), body.utf8.allSatisfy(CheckedLine.isPrintable) else { return nil }
        self.sequence = sequence
        self.body = body
        guard strictBytes.count <= Self.longest else { return nil }
    }

    /// Reads a line that comes without its newline.
    ///
    /// - Returns: `nil` if anything about it is wrong, the checksum included.
    public init?(line: some Collection<UInt8>) {
        guard let checked = CheckedLine(line: line), checked.mark == .frame,
            let (sequence, body) = Self.split(checked.body)
        else { return nil }
        self.init(sequence: sequence, body: body)
    }

    /// The whole line as every board takes it, newline included.
    public var bytes: [UInt8] { Array((checked.text + "\n").utf8) }

    /// The line with ``CRC8/second(of:)`` behind the first checksum: `#17 LED2 ON*82B2` and a newline.
    ///
    /// Only for a board that ``BoardDescription/takesSecondChecksum``. It obeys such a line only if HELLO has come since
    /// it started and the number is the last one or the one after it; else it answers `ERR hello` or `ERR order`.
    public var strictBytes: [UInt8] { Array((checked.strictText + "\n").utf8) }

    private var checked: CheckedLine { CheckedLine(.frame, "\(sequence) \(body)") }

    /// Parts `17 LED2 ON` after the number.
    static func split(_ numbered: String) -> (sequence: Int, body: String)? {
        let parts = numbered.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let sequence = Int(decimal: parts[0]), sequence < 100 else { return nil }
        return (sequence, String(parts[1]))
    }
}
