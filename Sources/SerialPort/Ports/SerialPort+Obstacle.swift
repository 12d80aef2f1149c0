internal import Glibc

extension SerialPort {
    /// Why `path` could not be opened now, found out without opening it, which would reset a board.
    ///
    /// Asks what can be asked from outside: a driver's own refusal shows only when the port is opened.
    ///
    /// - Returns: `nil` if nothing speaks against it.
    public static func obstacle(at path: String) -> SerialError? {
        var status = stat()
        guard stat(path, &status) == 0 else { return openError(errno, path) }
        guard let identity = DeviceIdentity(path: path) else { return SerialError(.notATerminal, .open, path) }
        if let holder = PortHolder.find(identity) ?? PortHolder.findLock(on: identity) {
            return SerialError(.inUse(holder), .open, path)
        }
        return access(path, R_OK | W_OK) == 0 ? nil : openError(errno, path)
    }
}
