internal import Glibc

/// Sole owner of a file descriptor.
struct Descriptor: ~Copyable, Sendable {
    let number: CInt

    init(_ number: CInt) {
        self.number = number
    }

    deinit {
        close(number)
    }

    /// Waits for the next bytes.
    ///
    /// - Returns: how many; 0 at the end of the stream, -1 with `errno` after a failure.
    func read(into bytes: inout [UInt8]) -> Int {
        while true {
            let count = Glibc.read(number, &bytes, bytes.count)
            if count >= 0 || errno != EINTR { return count }
        }
    }

    /// Writes all of `bytes`, in one call unless the other side is slow.
    ///
    /// - Returns: `false` when the other side has gone or takes nothing any more.
    func write(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var rest = UnsafeRawBufferPointer(rebasing: buffer[...])
            while !rest.isEmpty {
                let count = Glibc.write(number, rest.baseAddress, rest.count)
                if count >= 0 {
                    rest = UnsafeRawBufferPointer(rebasing: rest[count...])
                } else if errno != EINTR {
                    return false
                }
            }
            return true
        }
    }
}
