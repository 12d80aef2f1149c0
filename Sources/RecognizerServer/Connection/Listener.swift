internal import Glibc

/// A socket at which clients arrive.
final class Listener: Sendable {
    /// Where clients find it, with the port that was really taken.
    let address: ServerAddress
    let socket: Descriptor

    /// Connections that wait to be accepted.
    private static let backlog: CInt = 16

    init(_ socket: consuming Descriptor, at address: ServerAddress) throws(ServerError) {
        guard listen(socket.number, Self.backlog) == 0 else {
            if errno == EADDRINUSE { throw ServerError.taken(address) }
            throw ServerError(address, String(cString: strerror(errno)))
        }
        self.socket = socket
        self.address = address
    }

    /// The next client that has arrived; `nil` when it has gone again or the system has no descriptor left.
    func accept() -> Descriptor? {
        let client = Glibc.accept(socket.number, nil, nil)
        guard client >= 0 else { return nil }
        _ = fcntl(client, F_SETFD, FD_CLOEXEC)
        return Descriptor(client)
    }

    /// A socket of `family` that children do not get.
    static func makeSocket(_ family: CInt, for address: ServerAddress) throws(ServerError) -> Descriptor {
        let number = Glibc.socket(family, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
        guard number >= 0 else { throw ServerError(address, String(cString: strerror(errno))) }
        return Descriptor(number)
    }
}
