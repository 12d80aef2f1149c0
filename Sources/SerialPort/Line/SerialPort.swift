internal import Glibc

/// An open serial line in raw mode, 8 data bits, no parity, 1 stop bit, that belongs to this process alone.
///
/// Owns the descriptor: when the value goes away the line's settings are put back and it is closed. May be moved to
/// another thread, not shared; no call waits longer than it is told to.
public struct SerialPort: ~Copyable, Sendable {
    public let path: String
    public let baud: BaudRate
    let descriptor: CInt
    private let savedSettings: termios

    /// Opens `path` and makes it raw.
    ///
    /// Opening resets most Arduinos: the sketch answers after a second or two. Bytes that had arrived before are
    /// thrown away.
    ///
    /// - Parameter path: a device such as `/dev/ttyACM0`, a link to one, or the near end of a pseudo-terminal.
    /// - Throws: ``SerialError``; nothing stays open then.
    public init(path: String, baud: BaudRate) throws(SerialError) {
        let descriptor = try Self.openAlone(path)
        do throws(SerialError) {
            savedSettings = try Self.makeRaw(descriptor, baud, path)
        } catch {
            close(descriptor)
            throw error
        }
        self.descriptor = descriptor
        self.path = path
        self.baud = baud
    }

    deinit {
        // Closing would wait for the line to drain. What nobody acknowledged is not worth that wait.
        tcflush(descriptor, TCIOFLUSH)
        var settings = savedSettings
        tcsetattr(descriptor, TCSANOW, &settings)
        _ = ioctl(descriptor, UInt(TIOCNXCL))
        // A child that another thread has forked and that has not come to its `exec` would keep the lock a moment longer.
        _ = flock(descriptor, LOCK_UN)
        close(descriptor)
    }

    /// Opens `path` if nobody else has it, and keeps others out.
    private static func openAlone(_ path: String) throws(SerialError) -> CInt {
        // Opening is not harmless for every device there is, so anything that cannot be a terminal stays shut.
        var status = stat()
        if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFCHR {
            throw SerialError(.notATerminal, .open, path)
        }

        // Non-blocking, or `open` would wait for a carrier that a three-wire cable never has.
        let descriptor = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw openError(errno, path) }
        do throws(SerialError) {
            guard isatty(descriptor) == 1 else {
                // A serial port of the computer's own whose chip is not there has a name all the same.
                throw SerialError(errno == EIO ? .notFound : .notATerminal, .open, path, code: errno)
            }
            try claim(descriptor, path)
        } catch {
            close(descriptor)
            throw error
        }
        return descriptor
    }

    /// Three ways to be alone, for none is enough: `flock` holds off programs that ask (and other copies of this one),
    /// TIOCEXCL all that come later and are not root, the look through `/proc` finds those that came first and asked
    /// for nothing.
    private static func claim(_ descriptor: CInt, _ path: String) throws(SerialError) {
        guard let identity = DeviceIdentity(descriptor: descriptor) else { throw SerialError(ENODEV, .open, path) }
        if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
            throw inUseError(identity, path, code: EWOULDBLOCK)
        }
        if let holder = PortHolder.find(identity) { throw SerialError(.inUse(holder), .open, path) }
        // A pseudo-terminal would stay exclusive after a crash, for its far end keeps it alive.
        if !identity.isPseudoTerminal { _ = ioctl(descriptor, UInt(TIOCEXCL)) }
    }

    static func openError(_ code: Int32, _ path: String) -> SerialError {
        let error = SerialError(code, .open, path)
        switch error.kind {
        case .inUse: return inUseError(DeviceIdentity(path: path), path, code: code)
        case .denied: return SerialError(code, .open, path, .init(group: SharingGroup(of: path)))
        case .notFound:
            return SerialError(code, .open, path, .init(others: SerialPortList.all().map(\.path).filter { $0 != path }))
        case .notATerminal, .unplugged, .other: return error
        }
    }

    private static func inUseError(_ identity: DeviceIdentity?, _ path: String, code: Int32) -> SerialError {
        let holder = identity.flatMap { PortHolder.find($0) ?? PortHolder.findLock(on: $0) }
        let suspect = holder == nil ? PortHolder.findHiddenModemManager() : nil
        return SerialError(.inUse(holder), .open, path, code: code, .init(suspect: suspect))
    }
}
