internal import Glibc

extension SerialPort {
    /// What ended a wait; empty if the time did.
    public struct Readiness: OptionSet, Sendable {
        public let rawValue: UInt8

        public init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        /// There are bytes, or the port is gone: ``SerialPort/read()`` tells which.
        public static let readable = Readiness(rawValue: 1)
        /// ``WakeUp/signal()`` was called. It is taken back by this wait.
        public static let woken = Readiness(rawValue: 2)
    }

    /// Waits for bytes or a wake-up.
    ///
    /// - Parameter limit: the longest wait, rounded up to a millisecond; `nil` waits for ever.
    /// - Throws: ``SerialError`` of kind `other` if the system refuses.
    public borrowing func wait(upTo limit: Duration?, or wakeUp: WakeUp? = nil) throws(SerialError) -> Readiness {
        var requests = [
            pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
            pollfd(fd: wakeUp?.receiver ?? -1, events: Int16(POLLIN), revents: 0),
        ]
        try poll(&requests, limit, .wait)
        var readiness: Readiness = []
        if requests[0].revents != 0 { readiness.insert(.readable) }
        if requests[1].revents != 0 {
            wakeUp?.drain()
            readiness.insert(.woken)
        }
        return readiness
    }

    /// Takes the bytes that have arrived, at most 512, without waiting. The C function is `read`.
    ///
    /// - Returns: empty if there are none.
    /// - Throws: ``SerialError`` of kind `unplugged` when the port is gone.
    public borrowing func read() throws(SerialError) -> [UInt8] {
        while true {
            var failure: Int32 = 0
            var end = false
            let bytes = [UInt8](unsafeUninitializedCapacity: 512) { buffer, initialized in
                let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
                initialized = max(count, 0)
                failure = count < 0 ? errno : 0
                end = count == 0
            }
            switch failure {
            case 0 where end: throw SerialError(.unplugged, .read, path)
            case 0: return bytes
            case EINTR: continue
            case EAGAIN: return []
            default: throw SerialError(failure, .read, path)
            }
        }
    }

    /// Waits for the next bytes.
    ///
    /// - Returns: empty if `limit` passed in silence.
    /// - Throws: ``SerialError`` of kind `unplugged` when the port is gone.
    public borrowing func read(within limit: Duration) throws(SerialError) -> [UInt8] {
        guard try wait(upTo: limit).contains(.readable) else { return [] }
        return try read()
    }

    /// Sends all of `bytes`, however many `write` calls that takes.
    ///
    /// - Parameter limit: the longest that the driver may take to accept them.
    /// - Throws: ``SerialError`` of kind `unplugged` when the port is gone, `other` (ETIMEDOUT) when the driver has not
    ///   taken them all within `limit`.
    public borrowing func write(_ bytes: [UInt8], within limit: Duration) throws(SerialError) {
        let deadline = ContinuousClock.now + limit
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.write(descriptor, buffer.baseAddress.map { $0 + sent }, buffer.count - sent)
            }
            if count >= 0 {
                sent += count
                continue
            }
            switch errno {
            case EINTR: continue
            case EAGAIN:
                var requests = [pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)]
                let remaining = ContinuousClock.now.duration(to: deadline)
                guard remaining > .zero, try poll(&requests, remaining, .write) > 0 else {
                    throw SerialError(ETIMEDOUT, .write, path)
                }
            case let code: throw SerialError(code, .write, path)
            }
        }
    }

    /// `poll`, begun again with the time that is left when a signal interrupts it.
    @discardableResult
    private borrowing func poll(
        _ requests: inout [pollfd], _ limit: Duration?, _ operation: SerialError.Operation
    ) throws(SerialError) -> CInt {
        let deadline = limit.map { ContinuousClock.now + $0 }
        while true {
            let milliseconds = deadline.map { ContinuousClock.now.duration(to: $0).millisecondsRoundedUp } ?? -1
            let count = Glibc.poll(&requests, nfds_t(requests.count), milliseconds)
            if count >= 0 { return count }
            guard errno == EINTR else { throw SerialError(errno, operation, path) }
        }
    }
}

extension Duration {
    /// As `poll` wants it: never less than asked for, which would make the caller spin.
    var millisecondsRoundedUp: CInt {
        guard self > .zero else { return 0 }
        let (seconds, attoseconds) = components
        guard seconds < 1_000_000 else { return 1_000_000_000 }
        return CInt(seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }
}
