internal import Glibc

/// What is set on a client's socket.
enum ClientSocket {
    /// Seconds without a byte, in either direction, after which a client is given up: its place is needed by others.
    static let patience = 300
    private static let sendingPatience = 10

    static func prepare(_ socket: borrowing Descriptor) {
        setTime(SO_RCVTIMEO, patience, of: socket)
        setTime(SO_SNDTIMEO, sendingPatience, of: socket)
        var on: CInt = 1
        // An answer is written once and is short: it must not wait for more to come. Fails on Unix sockets, as it may.
        setsockopt(
            socket.number, CInt(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<CInt>.size))
    }

    private static func setTime(_ option: CInt, _ seconds: Int, of socket: borrowing Descriptor) {
        var time = timeval(tv_sec: seconds, tv_usec: 0)
        setsockopt(socket.number, SOL_SOCKET, option, &time, socklen_t(MemoryLayout<timeval>.size))
    }
}
