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
            guard isatty(descriptor) == 1 else { throw SerialError(.notATerminal, .open, path) }
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
            let holder = PortHolder.find(identity) ?? PortHolder.findLock(on: identity)
            throw SerialError(.inUse(holder), .open, path, code: EWOULDBLOCK)
        }
        if let holder = PortHolder.find(identity) { throw SerialError(.inUse(holder), .open, path) }
        // A pseudo-terminal would stay exclusive after a crash, for its far end keeps it alive.
        if !identity.isPseudoTerminal { _ = ioctl(descriptor, UInt(TIOCEXCL)) }
    }

    private static func openError(_ code: Int32, _ path: String) -> SerialError {
        let error = SerialError(code, .open, path, group: FileTree.sharingGroup(of: path))
        guard case .inUse = error.kind, let identity = DeviceIdentity(path: path) else { return error }
        return SerialError(.inUse(PortHolder.find(identity)), .open, path, code: code)
    }
}
