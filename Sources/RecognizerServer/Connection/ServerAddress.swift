/// Where clients find the recogniser.
public enum ServerAddress: Equatable, Sendable {
    /// The one client is at standard input and output.
    case standardStreams
    case unix(path: String)
    /// Port 0 lets the system choose one.
    case tcp(host: String, port: UInt16)

    /// - Parameter uri: `stdio://`, `unix://PATH`, `tcp://HOST:PORT`; a host with colons stands in brackets.
    /// - Returns: `nil` for anything else.
    public init?(_ uri: String) {
        if uri == "stdio://" || uri == "stdio:" {
            self = .standardStreams
        } else if uri.hasPrefix("unix://") {
            let path = uri.dropFirst("unix://".count)
            guard !path.isEmpty else { return nil }
            self = .unix(path: String(path))
        } else if uri.hasPrefix("tcp://") {
            var rest = uri.dropFirst("tcp://".count)
            if rest.last == "/" { rest.removeLast() }
            guard let colon = rest.lastIndex(of: ":"), let port = UInt16(rest[rest.index(after: colon)...]) else {
                return nil
            }
            var host = rest[..<colon]
            if host.first == "[", host.last == "]" {
                host = host.dropFirst().dropLast()
            } else if host.contains(":") {
                return nil
            }
            guard !host.isEmpty else { return nil }
            self = .tcp(host: String(host), port: port)
        } else {
            return nil
        }
    }
}

extension ServerAddress: CustomStringConvertible {
    public var description: String {
        switch self {
        case .standardStreams: "stdio://"
        case .unix(let path): "unix://\(path)"
        case .tcp(let host, let port): host.contains(":") ? "tcp://[\(host)]:\(port)" : "tcp://\(host):\(port)"
        }
    }
}
