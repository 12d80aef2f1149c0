internal import Glibc
internal import Synchronization

/// A serial line with the test at its far end: what is written to `path` arrives here, and the other way round.
public final class PseudoTerminal: Sendable {
    /// What a program opens instead of `/dev/ttyACM0`.
    public let path: String
    /// Both ends; the near one stays open, or the far end would hear a hang-up whenever nobody has it open.
    private let ends: Mutex<Ends?>

    private struct Ends {
        let far: CInt
        let near: CInt
    }

    public init() {
        var (far, near): (CInt, CInt) = (-1, -1)
        var name = [CChar](repeating: 0, count: 64)
        guard openpty(&far, &near, nil, nil, nil) == 0, ttyname_r(near, &name, name.count) == 0 else {
            preconditionFailure("no pseudo-terminal: \(String(cString: strerror(errno)))")
        }
        for end in [far, near] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        _ = fcntl(far, F_SETFL, O_NONBLOCK)
        path = name.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { String(cString: $0) } ?? ""
        }
        ends = Mutex(Ends(far: far, near: near))
    }

    deinit {
        hangUp()
    }

    /// Closes the far end, as an unplugged board does.
    public func hangUp() {
        ends.withLock { ends in
            guard let open = ends else { return }
            close(open.far)
            close(open.near)
            ends = nil
        }
    }

    /// Takes every permission from ``path``, and for the length of `body` from root its right to overlook that.
    public func forbidden<Result>(_ body: () throws -> Result) rethrows -> Result {
        chmod(path, 0)
        // Not in the Glibc module. It counts for this thread only; of other users it asks for nothing new.
        typealias SetFileSystemUser = @convention(c) (uid_t) -> CInt
        guard let symbol = dlsym(dlopen(nil, RTLD_NOW), "setfsuid") else { preconditionFailure("no setfsuid") }
        let setFileSystemUser = unsafeBitCast(symbol, to: SetFileSystemUser.self)
        let nobody: uid_t = 65_534
        _ = setFileSystemUser(geteuid() == 0 ? nobody : geteuid())
        defer { _ = setFileSystemUser(geteuid()) }
        return try body()
    }

    /// Waits until a line that was written before lies ready at ``path``: the kernel carries it there in its own time.
    public func hasArrived() -> Bool {
        guard let near = ends.withLock({ $0?.near }) else { return false }
        var request = pollfd(fd: near, events: Int16(POLLIN), revents: 0)
        return poll(&request, 1, 60_000) == 1
    }

    /// Says `bytes` to whoever has opened ``path``.
    public func write(_ bytes: [UInt8]) {
        ends.withLock { ends in
            guard let far = ends?.far else { return }
            _ = Glibc.write(far, bytes, bytes.count)
        }
    }

    /// The bytes that have arrived, waiting up to `limit` for the first.
    public func receive(within limit: Duration = .seconds(5)) -> [UInt8] {
        guard let far = ends.withLock({ $0?.far }) else { return [] }
        var request = pollfd(fd: far, events: Int16(POLLIN), revents: 0)
        guard poll(&request, 1, CInt(limit / .milliseconds(1))) > 0 else { return [] }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = read(far, &bytes, bytes.count)
        return count > 0 ? Array(bytes.prefix(count)) : []
    }

    /// Collects bytes until there are `count`, or none has come for five seconds.
    public func receive(count: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count {
            let more = receive()
            if more.isEmpty { break }
            bytes += more
        }
        return bytes
    }

    /// The settings that the near end has now, in the order iflag, oflag, cflag, lflag, speed.
    public var settings: [UInt32] {
        var settings = termios()
        guard let near = ends.withLock({ $0?.near }), tcgetattr(near, &settings) == 0 else { return [] }
        return [settings.c_iflag, settings.c_oflag, settings.c_cflag, settings.c_lflag, cfgetospeed(&settings)]
    }
}
