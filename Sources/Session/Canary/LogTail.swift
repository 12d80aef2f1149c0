/// The last lines of what a program wrote to its standard error, however much that was.
struct LogTail: Sendable {
    /// More than these are not kept, nor more of each line.
    static let capacity = 8
    static let longestLine = 300

    private var finished: [String] = []
    private var open: [UInt8] = []

    mutating func append(_ bytes: UnsafeRawBufferPointer) {
        for byte in bytes {
            if byte == UInt8(ascii: "\n") {
                finishLine()
            } else if open.count < Self.longestLine {
                open.append(byte)
            }
        }
    }

    /// Oldest first; a last line without an end counts.
    var lines: [String] {
        var tail = self
        tail.finishLine()
        return tail.finished
    }

    private mutating func finishLine() {
        let line = String(decoding: open, as: UTF8.self)
        open = []
        guard line.contains(where: { !$0.isWhitespace }) else { return }
        finished.append(line)
        if finished.count > Self.capacity { finished.removeFirst() }
    }
}
