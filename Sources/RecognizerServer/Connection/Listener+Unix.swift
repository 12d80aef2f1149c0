internal import Glibc

extension Listener {
    /// Listens at `path`, which only this user can reach. The file of a server that has died is replaced.
    static func unix(path: String) throws(ServerError) -> Listener {
        let address = ServerAddress.unix(path: path)
        guard var place = sockaddr_un(path: path) else {
            throw ServerError(address, "the path is too long for a socket", hint: "use one of at most 107 bytes")
        }
        let socket = try makeSocket(AF_UNIX, for: address)
        if !place.bind(socket) {
            guard errno == EADDRINUSE else { throw ServerError(address, String(cString: strerror(errno))) }
            try removeStale(path, &place, address)
            guard place.bind(socket) else { throw ServerError(address, String(cString: strerror(errno))) }
        }
        chmod(path, S_IRUSR | S_IWUSR)
        return try Listener(socket, at: address)
    }

    private static func removeStale(
        _ path: String, _ place: inout sockaddr_un, _ address: ServerAddress
    ) throws(ServerError) {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK else {
            throw ServerError(address, "a file that is no socket is there", hint: "choose another path")
        }
        let probe = try makeSocket(AF_UNIX, for: address)
        if place.connect(probe) { throw ServerError.taken(address) }
        guard errno == ECONNREFUSED else { throw ServerError(address, String(cString: strerror(errno))) }
        unlink(path)
    }
}

extension sockaddr_un {
    /// - Returns: `nil` for a path that is too long.
    fileprivate init?(path: String) {
        self.init()
        sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        guard bytes.count < MemoryLayout.size(ofValue: sun_path) else { return nil }
        withUnsafeMutableBytes(of: &sun_path) { $0.copyBytes(from: bytes) }
    }

    fileprivate mutating func bind(_ socket: borrowing Descriptor) -> Bool {
        withAddress { Glibc.bind(socket.number, $0, $1) } == 0
    }

    fileprivate mutating func connect(_ socket: borrowing Descriptor) -> Bool {
        withAddress { Glibc.connect(socket.number, $0, $1) } == 0
    }

    private mutating func withAddress(_ body: (UnsafePointer<sockaddr>, socklen_t) -> CInt) -> CInt {
        withUnsafePointer(to: &self) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}
