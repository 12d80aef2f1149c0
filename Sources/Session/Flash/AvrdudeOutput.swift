/// Reads what avrdude prints: a bar of fifty `#` for each stage, and lines of words.
struct AvrdudeOutput {
    /// Lines kept for an explanation; avrdude prints fewer.
    private static let limit = 200
    private static let longestLine = 500

    /// Complete lines, without avrdude's name before them.
    private(set) var lines: [String] = []
    private var line: [UInt8] = []
    private var hasWritten = false

    /// Takes the next bytes.
    ///
    /// - Returns: how far the work has come, if these bytes say so.
    mutating func take(_ bytes: some Sequence<UInt8>) -> FlashProgress? {
        var progress: FlashProgress?
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): endLine()
            default:
                if line.count < Self.longestLine { line.append(byte) }
                if byte == UInt8(ascii: "#") { progress = bar ?? progress }
            }
        }
        return progress
    }

    /// The bar that the current line draws. Reading before writing is only the chip's signature.
    private var bar: FlashProgress? {
        let percent = min(100, 2 * line.count { $0 == UInt8(ascii: "#") })
        if line.starts(with: "Writing |".utf8) { return FlashProgress(.write, percent: percent) }
        return hasWritten && line.starts(with: "Reading |".utf8) ? FlashProgress(.verify, percent: percent) : nil
    }

    private mutating func endLine() {
        defer { line = [] }
        guard !line.isEmpty, lines.count < Self.limit else { return }
        let text = String(decoding: line, as: UTF8.self)
        if text.hasPrefix("Writing |") { hasWritten = true }
        // A pseudo-terminal has no DTR line, and needs none.
        guard !text.contains("TIOCMGET") else { return }
        lines.append(String(text.trimmingPrefix("avrdude: ").trimmingPrefix("avrdude ")))
    }
}
