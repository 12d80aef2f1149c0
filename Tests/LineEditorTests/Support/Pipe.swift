import Glibc

/// Both ends of a pipe, closed when it goes away.
final class Pipe {
    let readEnd: Int32
    private(set) var writeEnd: Int32

    init() {
        var ends: [Int32] = [-1, -1]
        precondition(pipe(&ends) == 0)
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

    /// - Returns: what is left in the pipe, whose write end must be closed.
    func readAll() -> [UInt8] {
        var all: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 4_096)
        while true {
            let count = read(readEnd, &piece, piece.count)
            guard count > 0 else { return all }
            all += piece.prefix(count)
        }
    }
}
