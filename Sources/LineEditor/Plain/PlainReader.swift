internal import Glibc

/// Reads lines from a file, a pipe or a terminal that cannot move its cursor: no editing, no escape codes.
struct PlainReader {
    private let input: Descriptor
    private let mailbox: Mailbox
    private var assembler: LineAssembler
    private var isAtEnd = false

    init(input: Descriptor, mailbox: Mailbox, limit: Int) {
        self.input = input
        self.mailbox = mailbox
        assembler = LineAssembler(limit: limit)
    }

    mutating func readLine() throws(LineEditorError) -> LineInput {
        while true {
            if let line = assembler.next() { return line }
            if isAtEnd { return assembler.finish() ?? .endOfInput }
            if input.wait(orFor: mailbox.wake) == .wake {
                if mailbox.collect().isInterrupted { return .interrupted }
            } else {
                try fill()
            }
        }
    }

    private mutating func fill() throws(LineEditorError) {
        var piece = [UInt8](repeating: 0, count: 4_096)
        let count = read(input.number, &piece, piece.count)
        if count >= 0 {
            assembler.add(piece.prefix(count))
            isAtEnd = count == 0
        } else if errno == EIO {
            // What Linux says of a terminal whose other end is gone.
            isAtEnd = true
        } else if errno != EINTR, errno != EAGAIN {
            throw LineEditorError(.inputFailed, failing: "read", to: "read a line")
        }
    }
}
