internal import Glibc

/// Opens a connection to a server. Blocks until it is there or refused.
enum ClientConnection {
    /// - Returns: a blocking descriptor, which belongs to the caller.
    static func open(_ address: WorkerAddress) -> Result<CInt, WorkerEnd> {
        switch address {
        case .tcp(let host, let port): openTCP(host, port, address)
        case .unix(let path): openUnix(path, address)
        }
    }

    private static func openTCP(_ host: String, _ port: Int, _ address: WorkerAddress) -> Result<CInt, WorkerEnd> {
        var hints = addrinfo()
        hints.ai_socktype = CInt(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        let status = getaddrinfo(host, "\(port)", &hints, &list)
        guard status == 0 else { return .failure(failure(address, String(cString: gai_strerror(status)))) }
        defer { freeaddrinfo(list) }
        var reason = "it has no address"
        var next = list
        while let info = next?.pointee {
            next = info.ai_next
            let descriptor = socket(
                info.ai_family, info.ai_socktype | CInt(SOCK_CLOEXEC.rawValue), info.ai_protocol)
            guard descriptor >= 0 else { continue }
            if connect(descriptor, info.ai_addr, info.ai_addrlen) == 0 {
                var on: CInt = 1
                setsockopt(descriptor, CInt(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<CInt>.size))
                return .success(descriptor)
            }
            reason = String(cString: strerror(errno))
            close(descriptor)
        }
        return .failure(failure(address, reason))
    }

    private static func openUnix(_ path: String, _ address: WorkerAddress) -> Result<CInt, WorkerEnd> {
        var name = sockaddr_un()
        name.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        guard bytes.count < MemoryLayout.size(ofValue: name.sun_path) else {
            return .failure(failure(address, "the path is too long for a socket"))
        }
        withUnsafeMutableBytes(of: &name.sun_path) { $0.copyBytes(from: bytes) }
        let descriptor = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return .failure(failure(address, String(cString: strerror(errno)))) }
        let status = withUnsafePointer(to: &name) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard status == 0 else {
            let reason = String(cString: strerror(errno))
            close(descriptor)
            return .failure(failure(address, reason))
        }
        return .success(descriptor)
    }

    private static func failure(_ address: WorkerAddress, _ reason: String) -> WorkerEnd {
        WorkerEnd(kind: .died, reason: "cannot connect to \(address): \(reason)")
    }
}
