/// Waits for the line by which a sketch says that it has started.
struct ReadyListener {
    private static let sign = Array("!READY".utf8)

    private var matched = 0
    private var isSaid = false
    /// Whether ``becomesReady(orAfter:at:)`` has been true.
    private(set) var isTold = false

    mutating func hear(_ bytes: [UInt8]) {
        for byte in bytes {
            if matched < Self.sign.count {
                matched = byte == Self.sign[matched] ? matched + 1 : byte == Self.sign[0] ? 1 : 0
            } else if byte == UInt8(ascii: "\n") {
                isSaid = true
            }
        }
    }

    /// True once: after that line, or at the given cycle for a sketch that does not say it.
    mutating func becomesReady(orAfter limit: UInt64, at cycle: UInt64) -> Bool {
        guard !isTold, isSaid || cycle >= limit else { return false }
        isTold = true
        return true
    }
}
