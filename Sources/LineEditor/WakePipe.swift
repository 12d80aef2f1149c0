internal import Glibc

/// Wakes a thread that waits in `poll`.
struct WakePipe: ~Copyable, Sendable {
    /// Readable from ``signal()`` until ``clear()``.
    let readEnd: Int32
    private let writeEnd: Int32

    init() throws(LineEditorError) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw LineEditorError(.inputFailed, failing: "pipe", to: "read lines") }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        (readEnd, writeEnd) = (ends[0], ends[1])
    }

    deinit {
        close(readEnd)
        close(writeEnd)
    }

    /// Never blocks: a full pipe wakes as well as one byte does.
    func signal() {
        var byte: UInt8 = 1
        write(writeEnd, &byte, 1)
    }

    func clear() {
        var bytes = [UInt8](repeating: 0, count: 256)
        while read(readEnd, &bytes, bytes.count) == bytes.count {}
    }
}
