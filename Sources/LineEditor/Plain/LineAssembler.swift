/// Makes lines of bytes as they arrive. Pure: reads nothing itself.
///
/// A line ends with LF or CR LF; the last one may end with the input. Memory stays within the limit plus what was
/// added at once.
struct LineAssembler {
    /// The longest line accepted, in bytes.
    let limit: Int
    private var bytes: [UInt8] = []
    /// Bytes before this belong to no line's end.
    private var searched = 0
    /// The rest of a line that became too long is being thrown away.
    private var isSkipping = false

    init(limit: Int) {
        self.limit = limit
    }

    /// Bytes waiting for the end of their line.
    var heldBytes: Int { bytes.count }

    mutating func add(_ more: some Sequence<UInt8>) {
        bytes += more
    }

    /// - Returns: the next whole line, or `nil` until more bytes are added.
    mutating func next() -> LineInput? {
        guard let end = bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) else {
            if isSkipping || bytes.count > limit + 1 {
                isSkipping = true
                bytes = []
            }
            searched = bytes.count
            return nil
        }
        let line = take(through: end)
        return line.last == UInt8(ascii: "\r") ? verdict(on: line.dropLast()) : verdict(on: line)
    }

    /// - Returns: what stands after the last line's end, if anything does. The input is over.
    mutating func finish() -> LineInput? {
        guard isSkipping || !bytes.isEmpty else { return nil }
        return verdict(on: take(through: bytes.count))
    }

    /// - Returns: the bytes before `end`.
    private mutating func take(through end: Int) -> ArraySlice<UInt8> {
        let line = Array(bytes[..<end])
        bytes.removeFirst(min(bytes.count, end + 1))
        searched = 0
        return line[...]
    }

    private mutating func verdict(on line: ArraySlice<UInt8>) -> LineInput {
        defer { isSkipping = false }
        if isSkipping || line.count > limit { return .refused(.tooLong(limit: limit)) }
        guard let text = String(validating: line, as: UTF8.self) else { return .refused(.notUTF8) }
        return .line(text)
    }
}
