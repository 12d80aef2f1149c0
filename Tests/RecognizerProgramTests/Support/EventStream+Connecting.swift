import Glibc
import RecognizerServer

extension EventStream {
    /// Connects to a recogniser on this computer.
    convenience init(to address: ServerAddress) throws {
        let socket: Int32
        let status: Int32
        switch address {
        case .standardStreams: throw Failure(description: "nothing to connect to")
        case .unix(let path):
            socket = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
            var place = sockaddr_un()
            place.sun_family = sa_family_t(AF_UNIX)
            withUnsafeMutableBytes(of: &place.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
            status = Self.connect(socket, &place)
        case .tcp(_, let port):
            socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
            var place = sockaddr_in()
            place.sin_family = sa_family_t(AF_INET)
            place.sin_port = port.bigEndian
            place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
            status = Self.connect(socket, &place)
        }
        guard status == 0 else {
            Glibc.close(socket)
            throw Failure(description: "cannot connect to \(address): \(String(cString: strerror(errno)))")
        }
        self.init(input: socket, output: socket)
    }

    private static func connect<Address>(_ socket: Int32, _ place: inout Address) -> Int32 {
        withUnsafePointer(to: &place) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(socket, $0, socklen_t(MemoryLayout<Address>.size))
            }
        }
    }
}
