internal import Glibc
internal import RealtimeQueue
internal import Synchronization
internal import Wyoming

/// Accepts clients and gives each a thread of its own, so that none waits for another's silence or slowness.
final class SocketServer: Sendable {
    /// At the same time; one more is told so and sent away.
    static let mostClients = 16

    private let engines: Engines
    private let clients = Atomic<Int>(0)

    init(engines: Engines) {
        self.engines = engines
    }

    func run(_ listeners: [Listener]) -> Never {
        var requests = listeners.map { pollfd(fd: $0.socket.number, events: Int16(POLLIN), revents: 0) }
        while true {
            guard poll(&requests, nfds_t(requests.count), -1) > 0 else { continue }
            for (listener, request) in zip(listeners, requests) where request.revents != 0 {
                if let socket = listener.accept() {
                    welcome(socket)
                } else if errno == EMFILE || errno == ENFILE || errno == ENOMEM {
                    // The client goes on waiting in the queue; without this pause the loop would spin meanwhile.
                    poll(nil, 0, 100)
                }
            }
        }
    }

    private func welcome(_ socket: consuming Descriptor) {
        ClientSocket.prepare(socket)
        guard clients.add(1, ordering: .relaxed).newValue <= Self.mostClients else {
            clients.subtract(1, ordering: .relaxed)
            return turnAway(socket, "\(Self.mostClients) clients are being served; try again when one has gone")
        }
        let output = Descriptor(fcntl(socket.number, F_DUPFD_CLOEXEC, 0))
        let client = Handoff(Client(input: socket, output: output, engines: engines))
        let hasStarted = NamedThread.start("client") { [self] _ in
            serve(client)
            clients.subtract(1, ordering: .relaxed)
        }
        if !hasStarted { clients.subtract(1, ordering: .relaxed) }
    }

    private func serve(_ client: Handoff<Client>) {
        client.take()?.serve()
    }

    private func turnAway(_ socket: consuming Descriptor, _ reason: String) {
        _ = socket.write(Refusal(.busy, reason).event.bytes)
    }
}
