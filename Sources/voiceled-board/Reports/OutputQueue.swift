internal import CSimAVR
import Glibc

/// Lines on their way to standard output, for a reader that may be slow, without ever stopping the chip.
struct OutputQueue {
    /// Lines that wait for a slow reader before the oldest are given up.
    private static let limit = 4096

    private var lines: [String] = []
    private var lost = 0
    /// The reader has gone; nothing more will be written.
    private(set) var isClosed = false

    mutating func add(_ line: String) {
        if lines.count == Self.limit {
            lines.removeFirst(Self.limit / 2)
            lost += Self.limit / 2
        }
        lines.append(line)
        flush()
    }

    /// Writes what the reader has room for, and notices when there is no reader any more.
    mutating func flush() {
        write(waiting: 0)
        var request = pollfd(fd: STDOUT_FILENO, events: 0, revents: 0)
        if poll(&request, 1, 0) > 0, Int32(request.revents) & POLLERR != 0 { isClosed = true }
    }

    /// Writes what is left, waiting up to a second for the reader.
    mutating func finish() { write(waiting: 1_000_000_000) }

    private mutating func write(waiting nanoseconds: UInt64) {
        while !lines.isEmpty, !isClosed {
            var request = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
            // A pipe that can be written to has room for PIPE_BUF bytes, more than a line.
            guard csimavr_poll(&request, 1, nanoseconds) > 0 else { return }
            if lost > 0 {
                send(#"{"event":"lost","lines":\#(lost)}"#)
                lost = 0
            } else {
                send(lines.removeFirst())
            }
        }
    }

    private mutating func send(_ line: String) {
        var rest = Array(line.utf8) + [UInt8(ascii: "\n")]
        while !rest.isEmpty {
            let count = Glibc.write(STDOUT_FILENO, rest, rest.count)
            if count < 0 {
                if errno == EINTR { continue }
                isClosed = true
                return
            }
            rest.removeFirst(count)
        }
    }
}
