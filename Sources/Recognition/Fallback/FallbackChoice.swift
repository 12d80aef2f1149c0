/// Which program listens when the recogniser of this one fails or is in doubt.
public enum FallbackChoice: Equatable, Sendable {
    /// `voiceled-recognizer`, beside this program.
    case builtin
    /// A command line for the shell; the program speaks Wyoming on its standard streams.
    case command(String)
    /// A server that speaks Wyoming.
    case tcp(host: String, port: Int)
    case unix(path: String)
    case none

    /// - Parameter text: `builtin`, `exec:COMMAND`, `tcp://HOST:PORT`, `unix://PATH` or `none`.
    public init?(_ text: String) {
        func rest(after prefix: String) -> String? {
            guard text.hasPrefix(prefix), text.count > prefix.count else { return nil }
            return String(text.dropFirst(prefix.count))
        }
        if text == "builtin" {
            self = .builtin
        } else if text == "none" {
            self = .none
        } else if let command = rest(after: "exec:") {
            self = .command(command)
        } else if let path = rest(after: "unix://") {
            self = .unix(path: path)
        } else if let address = rest(after: "tcp://"), let colon = address.lastIndex(of: ":"),
            let port = Int(address[address.index(after: colon)...]), (1...65_535).contains(port),
            colon != address.startIndex
        {
            var host = String(address[..<colon])
            // An address of IPv6 stands in brackets.
            if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
            self = .tcp(host: host, port: port)
        } else {
            return nil
        }
    }
}
