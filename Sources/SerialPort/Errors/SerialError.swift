internal import Glibc

/// What is wrong with a serial port, and what the user can do about it.
public struct SerialError: Error, Hashable, Sendable {
    public let kind: Kind
    public let path: String
    let operation: Operation
    /// The `errno` behind it; 0 if there is none.
    public let code: Int32
    let circumstances: Circumstances

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

    /// What was found out on the spot, for the remedy.
    struct Circumstances: Hashable, Sendable {
        /// The group that may use the port, for ``Kind/denied``.
        var group: SharingGroup?
        /// The ports that are there, for ``Kind/notFound``.
        var others: [String] = []
        /// Who may have the port, when nobody can be seen to, for ``Kind/inUse(_:)``.
        var suspect: PortHolder?
        /// The speed that was asked for, for what cannot be set up.
        var baud: BaudRate?
    }

    init(
        _ kind: Kind, _ operation: Operation, _ path: String, code: Int32 = 0, _ circumstances: Circumstances = .init()
    ) {
        self.kind = kind
        self.operation = operation
        self.path = path
        self.code = code
        self.circumstances = circumstances
    }

    /// Sorts an `errno` into its kind. For ``Kind/inUse(_:)`` and ``Kind/denied`` the caller knows more than this.
    init(_ code: Int32, _ operation: Operation, _ path: String, _ circumstances: Circumstances = .init()) {
        let kind: Kind =
            switch (code, operation) {
            case (ENOENT, _), (ENOTDIR, _), (ENODEV, .open), (ENXIO, .open), (EIO, .open): .notFound
            case (EACCES, _), (EPERM, _), (EROFS, .open): .denied
            case (EBUSY, .open): .inUse(nil)
            case (ENOTTY, _), (EISDIR, _): .notATerminal
            case (EIO, _), (ENODEV, _), (ENXIO, _), (EPIPE, _): .unplugged
            default: .other
            }
        self.init(kind, operation, path, code: code, circumstances)
    }
}
