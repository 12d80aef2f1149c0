internal import Glibc

/// Ends another thread's wait on a ``SerialPort``. Any thread may ``signal()``; signals before the wait are not lost.
public final class WakeUp: Sendable {
    private let sender: CInt
    let receiver: CInt

    /// - Throws: ``SerialError`` of kind `other` if the process has no descriptors left.
    public init() throws(SerialError) {
        var ends: (CInt, CInt) = (-1, -1)
        let kind = CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
        let status = withUnsafeMutablePointer(to: &ends) { pair in
            pair.withMemoryRebound(to: CInt.self, capacity: 2) { socketpair(AF_UNIX, kind, 0, $0) }
        }
        guard status == 0 else { throw SerialError(errno, .wait, "a wake-up") }
        (sender, receiver) = ends
    }

    deinit {
        close(sender)
        close(receiver)
    }

    /// Wakes the waiting thread, or the next one that waits. Never blocks.
    public func signal() {
        var byte: UInt8 = 1
        // A full buffer means that enough signals are waiting already.
        _ = send(sender, &byte, 1, CInt(MSG_NOSIGNAL))
    }

    /// Waits without a port, and takes the signals back.
    ///
    /// - Returns: whether ``signal()`` was called before `limit` had passed.
    public func wait(upTo limit: Duration) -> Bool {
        let deadline = ContinuousClock.now + limit
        while true {
            var request = pollfd(fd: receiver, events: Int16(POLLIN), revents: 0)
            let count = poll(&request, 1, ContinuousClock.now.duration(to: deadline).millisecondsRoundedUp)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            drain()
            return true
        }
    }

    /// Takes back all signals. Only for the thread that waits.
    func drain() {
        var bytes = [UInt8](repeating: 0, count: 64)
        while recv(receiver, &bytes, bytes.count, 0) == bytes.count {}
    }
}
