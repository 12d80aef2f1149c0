internal import Glibc
internal import RealtimeQueue
internal import Synchronization

/// A connection to a recogniser that runs by itself. One thread connects and reads, another writes.
final class SocketChannel: WorkerChannel {
    let incoming: AsyncStream<[UInt8]>
    private let connection: Connection
    private let ending: Task<WorkerEnd, Never>

    /// What both threads share; outlives the channel while they run.
    private final class Connection: Sendable {
        struct State {
            /// Open until both threads have left it.
            var descriptor: CInt?
            var toSend: [[UInt8]] = []
            var isEnded = false
        }

        let state = Mutex(State())
        let signal = WakeSignal()

        func end() {
            state.withLock { state in
                state.isEnded = true
                if let descriptor = state.descriptor { shutdown(descriptor, CInt(SHUT_RDWR)) }
            }
            signal.send()
        }
    }

    init(_ address: WorkerAddress) {
        let (incoming, received) = AsyncStream.makeStream(of: [UInt8].self)
        let (ends, ended) = AsyncStream.makeStream(of: WorkerEnd.self)
        self.incoming = incoming
        let connection = Connection()
        self.connection = connection
        ending = Task {
            for await end in ends { return end }
            return WorkerEnd(kind: .died, reason: "the connection was given up")
        }
        let hasStarted = NamedThread.start("fallback socket") { _ in
            ended.yield(Self.serve(connection, address, received))
            received.finish()
        }
        if !hasStarted {
            ended.yield(WorkerEnd(kind: .died, reason: "the system has no thread left"))
            received.finish()
        }
    }

    deinit { connection.end() }

    var memory: Int? { nil }

    var queued: Duration? { nil }

    func send(_ bytes: [UInt8]) {
        connection.state.withLock { $0.toSend.append(bytes) }
        connection.signal.send()
    }

    func end() { connection.end() }

    func reason() async -> WorkerEnd { await ending.value }

    private static func serve(
        _ connection: Connection, _ address: WorkerAddress, _ received: AsyncStream<[UInt8]>.Continuation
    ) -> WorkerEnd {
        let descriptor: CInt
        switch ClientConnection.open(address) {
        case .success(let open): descriptor = open
        case .failure(let error): return error
        }
        let hasWriter = connection.state.withLock { state in
            state.descriptor = descriptor
            return !state.isEnded
        }
        guard hasWriter, NamedThread.start("fallback socket", body: { _ in write(connection, descriptor) }) else {
            connection.state.withLock { $0.descriptor = nil }
            close(descriptor)
            return WorkerEnd(kind: .closed, reason: "the connection was given up")
        }
        var piece = [UInt8](repeating: 0, count: 65_536)
        var count = 0
        repeat {
            count = recv(descriptor, &piece, piece.count, 0)
            if count > 0 { received.yield(Array(piece[..<count])) }
        } while count > 0 || count < 0 && errno == EINTR
        let reason = count < 0 ? String(cString: strerror(errno)) : "it closed the connection"
        connection.end()
        return WorkerEnd(kind: .closed, reason: "\(address): \(reason)")
    }

    /// Writes until the connection has ended, and closes it: this thread is the last to use it.
    private static func write(_ connection: Connection, _ descriptor: CInt) {
        while true {
            let (bytes, isEnded) = connection.state.withLock { state in
                (state.toSend.isEmpty ? nil : state.toSend.removeFirst(), state.isEnded)
            }
            if isEnded { break }
            guard let bytes else {
                connection.signal.wait()
                continue
            }
            var start = 0
            while start < bytes.count {
                let count = bytes.withUnsafeBytes {
                    Glibc.send(descriptor, $0.baseAddress! + start, bytes.count - start, CInt(MSG_NOSIGNAL))
                }
                if count > 0 { start += count } else if errno != EINTR { break }
            }
        }
        connection.state.withLock { $0.descriptor = nil }
        close(descriptor)
    }
}
