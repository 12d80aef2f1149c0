internal import Glibc

extension Listener {
    /// Listens on every address that `host` stands for.
    ///
    /// - Parameter allowsRemote: whether other computers may reach it.
    static func tcp(host: String, port: UInt16, allowsRemote: Bool) throws(ServerError) -> [Listener] {
        let address = ServerAddress.tcp(host: host, port: port)
        var hints = addrinfo()
        hints.ai_socktype = CInt(SOCK_STREAM.rawValue)
        hints.ai_flags = AI_PASSIVE
        var found: UnsafeMutablePointer<addrinfo>?
        let status = getaddrinfo(host, "\(port)", &hints, &found)
        guard status == 0, let found else {
            throw ServerError(
                address, String(cString: gai_strerror(status)), hint: "is the name \"\(host)\" spelt right?")
        }
        defer { freeaddrinfo(found) }
        let places = Array(sequence(first: found) { $0.pointee.ai_next }).map(\.pointee)
        guard allowsRemote || places.allSatisfy({ isLoopback($0.ai_addr) }) else { throw ServerError.remote(address) }
        // With a port that the system chooses, one address: two would not get the same.
        let wanted = port == 0 ? Array(places.prefix(1)) : places
        var listeners: [Listener] = []
        var refusal: ServerError?
        for place in wanted {
            do throws(ServerError) {
                listeners.append(try listen(place, host: host, port: port))
            } catch {
                // A computer without IPv6 still has names that stand for such an address.
                refusal = error
            }
        }
        if let refusal, listeners.isEmpty { throw refusal }
        return listeners
    }

    private static func listen(_ place: addrinfo, host: String, port: UInt16) throws(ServerError) -> Listener {
        let address = ServerAddress.tcp(host: host, port: port)
        let socket = try makeSocket(place.ai_family, for: address)
        var on: CInt = 1
        // Or connections of the last run that the kernel still remembers would keep the port.
        setsockopt(socket.number, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<CInt>.size))
        if place.ai_family == AF_INET6 {
            setsockopt(socket.number, CInt(IPPROTO_IPV6), IPV6_V6ONLY, &on, socklen_t(MemoryLayout<CInt>.size))
        }
        guard bind(socket.number, place.ai_addr, place.ai_addrlen) == 0 else {
            if errno == EADDRINUSE { throw ServerError.taken(address) }
            throw ServerError(
                address, String(cString: strerror(errno)),
                hint: errno == EACCES ? "ports below 1024 are for root; choose a higher one" : nil)
        }
        let taken = port == 0 ? boundPort(of: socket) : port
        return try Listener(socket, at: .tcp(host: host, port: taken))
    }

    private static func boundPort(of socket: borrowing Descriptor) -> UInt16 {
        var address = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        return withUnsafeMutablePointer(to: &address) { storage in
            storage.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { internet in
                _ = internet.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    getsockname(socket.number, $0, &length)
                }
                // The port stands at the same place for both families.
                return UInt16(bigEndian: internet.pointee.sin_port)
            }
        }
    }

    private static func isLoopback(_ address: UnsafeMutablePointer<sockaddr>) -> Bool {
        switch CInt(address.pointee.sa_family) {
        case AF_INET:
            address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
                UInt32(bigEndian: $0.pointee.sin_addr.s_addr) >> 24 == 127
            }
        case AF_INET6:
            address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) {
                withUnsafeBytes(of: $0.pointee.sin6_addr) { bytes in
                    bytes.last == 1 && bytes.dropLast().allSatisfy { $0 == 0 }
                }
            }
        default: false
        }
    }
}
