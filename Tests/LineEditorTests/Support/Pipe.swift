import Glibc

/// Both ends of a pipe, closed when it goes away.
final class Pipe {
    let readEnd: Int32
    private(set) var writeEnd: Int32

    init() {
        var ends: [Int32] = [-1, -1]
        precondition(pipe(&ends) == 0)
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        (readEnd, writeEnd) = (ends[0], ends[1])
    }

    deinit {
        closeWriteEnd()
        close(readEnd)
    }

    func write(_ bytes: [UInt8]) {
        precondition(Glibc.write(writeEnd, bytes, bytes.count) == bytes.count)
    }

    func closeWriteEnd() {
        if writeEnd >= 0 { close(writeEnd) }
        writeEnd = -1
    }

    /// - Returns: what is in the pipe now.
    func readAvailable() -> [UInt8] {
        _ = fcntl(readEnd, F_SETFL, O_NONBLOCK)
        var bytes = [UInt8](repeating: 0, count: 65_536)
        return Array(bytes.prefix(max(0, read(readEnd, &bytes, bytes.count))))
    }
}
