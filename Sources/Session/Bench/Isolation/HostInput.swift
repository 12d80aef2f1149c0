import Glibc

/// Standard input as lines with bytes between them.
struct HostInput: ~Copyable {
    private var received: [UInt8] = []
    private var piece = [UInt8](repeating: 0, count: 65_536)

    /// The next line without its newline; `nil` at the end.
    mutating func line() -> String? {
        while true {
            if let end = received.firstIndex(of: 0x0A) {
                let line = String(decoding: received[..<end], as: UTF8.self)
                received.removeSubrange(...end)
                return line
            }
            guard readMore() else { return nil }
        }
    }

    /// The next bytes as samples; fewer at the end.
    mutating func samples(byteCount: Int) -> [Int16] {
        while received.count < byteCount, readMore() {}
        let bytes = received.prefix(max(0, byteCount))
        received.removeFirst(bytes.count)
        return bytes.withUnsafeBytes { raw in
            (0..<raw.count / 2).map { Int16(littleEndian: raw.loadUnaligned(fromByteOffset: 2 * $0, as: Int16.self)) }
        }
    }

    private mutating func readMore() -> Bool {
        let count = read(STDIN_FILENO, &piece, piece.count)
        if count < 0, errno == EINTR { return readMore() }
        guard count > 0 else { return false }
        received += piece[..<count]
        return true
    }
}
