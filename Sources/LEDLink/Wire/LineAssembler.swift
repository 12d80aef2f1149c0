/// Cuts the bytes that arrive into lines, whatever arrives.
///
/// A line ends at a newline or carriage return, and also where the next start mark (`#`, `!`) stands, because neither
/// mark occurs inside a framed line: noise before an answer costs the noise, not the answer. Memory is bounded by `limit`.
public struct LineAssembler: Sendable {
    private let limit: Int
    private var line: [UInt8] = []
    private var isSkipping = false

    /// - Parameter limit: bytes in the longest line that is kept; of a longer one only the first `limit` bytes are.
    public init(limit: Int = 200) {
        self.limit = limit
        line.reserveCapacity(limit)
    }

    /// Takes the next byte.
    ///
    /// - Returns: the line that this byte ended, without its end; `nil` if none did.
    public mutating func append(_ byte: UInt8) -> [UInt8]? {
        switch byte {
        case 0x0A, 0x0D:
            return finish()
        case CheckedLine.Mark.frame.rawValue, CheckedLine.Mark.notification.rawValue:
            let before = finish()
            line.append(byte)
            return before
        default:
            if isSkipping { return nil }
            line.append(byte)
            guard line.count >= limit else { return nil }
            let full = finish()
            isSkipping = true
            return full
        }
    }

    /// Ends the line that has only begun, as when nothing more is expected.
    ///
    /// - Returns: what there is of it; `nil` if nothing.
    public mutating func finish() -> [UInt8]? {
        isSkipping = false
        defer { line.removeAll(keepingCapacity: true) }
        return line.isEmpty ? nil : line
    }
}
