internal import Glibc

/// What is wrong with a serial port, and what the user can do about it.
public struct SerialError: Error, Hashable, Sendable {
    public let kind: Kind
    public let path: String
    let operation: Operation
    /// The `errno` behind it; 0 if there is none.
    public let code: Int32
    /// The group that may use the port, for ``Kind/denied``.
    let group: String?

    /// What callers may branch on.
    public enum Kind: Hashable, Sendable {
        /// There is no such port: waiting for the board to be plugged in may help.
        case notFound
        /// This user may not use it.
        case denied
        /// Another process has it; `nil` if it cannot be found out which.
        case inUse(PortHolder?)
        /// The path leads to something else.
        case notATerminal
        /// The port was there and is gone.
        case unplugged
        case other
    }

    enum Operation: String, Sendable {
        case open = "open"
        case configure = "set up"
        case wait = "wait for"
        case read = "read from"
        case write = "write to"
    }

    init(_ kind: Kind, _ operation: Operation, _ path: String, code: Int32 = 0, group: String? = nil) {
        self.kind = kind
        self.operation = operation
        self.path = path
        self.code = code
        self.group = group
    }

    /// Sorts an `errno` into its kind. For ``Kind/inUse(_:)`` and ``Kind/denied`` the caller knows more than this.
    init(_ code: Int32, _ operation: Operation, _ path: String, group: String? = nil) {
        let kind: Kind =
            switch (code, operation) {
            case (ENOENT, _), (ENOTDIR, _), (ENODEV, .open), (ENXIO, .open): .notFound
            case (EACCES, _), (EPERM, _), (EROFS, .open): .denied
            case (EBUSY, .open): .inUse(nil)
            case (ENOTTY, _), (EISDIR, _): .notATerminal
            case (EIO, _), (ENODEV, _), (ENXIO, _), (EPIPE, _): .unplugged
            default: .other
            }
        self.init(kind, operation, path, code: code, group: group)
    }
}

extension SerialError: CustomStringConvertible {
    /// One line: what failed and why.
    public var description: String {
        switch kind {
        case .inUse(let holder): "\(path) is in use by \(holder.map(\.description) ?? "another program")"
        case .notATerminal: "\(path) is not a serial port"
        case .unplugged: "\(path) was unplugged" + (code == 0 ? "" : " (\(reason))")
        case .notFound, .denied, .other: "cannot \(operation.rawValue) \(path): \(reason)"
        }
    }

    /// What to do about it, where there is something.
    public var hint: String? {
        switch kind {
        case .notFound: "is the board plugged in? `voiceled ports` lists what is there"
        case .denied:
            if let group {
                "add yourself to the group \(group): sudo usermod -aG \(group) $USER, then log in again"
            } else {
                "its owner alone may use it: `ls -l \(path)` says who that is"
            }
        case .inUse: "end that program first: two programs on one port steal each other's bytes"
        case .notATerminal: "`voiceled ports` lists the serial ports"
        case .unplugged: "plug the board in again"
        case .other: nil
        }
    }

    private var reason: String {
        let text = String(cString: strerror(code))
        return text.prefix(1).lowercased() + text.dropFirst()
    }
}
