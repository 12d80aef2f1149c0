/// Puts characters together from single bytes, as a keyboard delivers them, without waiting for more than it needs.
struct UTF8Accumulator {
    private var bytes: [UInt8] = []

    /// - Returns: the character that `byte` completes; U+FFFD for bytes that cannot be one; `nil` in the middle of one.
    mutating func add(_ byte: UInt8) -> Unicode.Scalar? {
        if bytes.isEmpty || UTF8.isContinuation(byte) {
            bytes.append(byte)
        } else {
            // A new character begins before the old one was whole: the old one is lost.
            bytes = [byte]
        }
        guard bytes.count >= Self.length(from: bytes[0]) else { return nil }
        defer { bytes = [] }
        return String(validating: bytes, as: UTF8.self)?.unicodeScalars.first ?? "\u{FFFD}"
    }

    private static func length(from first: UInt8) -> Int {
        switch first {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 1
        }
    }
}
