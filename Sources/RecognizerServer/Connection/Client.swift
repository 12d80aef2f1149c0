internal import Glibc
internal import PocketSphinxDecoder
internal import Wyoming

/// One client, served on the thread that calls ``serve()`` until it goes away.
struct Client: ~Copyable, Sendable {
    private let input: Descriptor
    private let output: Descriptor
    private let engines: Engines

    private static let bytesPerRead = 1 << 16

    init(input: consuming Descriptor, output: consuming Descriptor, engines: Engines) {
        self.input = input
        self.output = output
        self.engines = engines
    }

    /// Returns when the client has ended its stream, is gone, or has been silent for longer than its socket allows.
    func serve() {
        var reader = EventReader()
        var conversation = Conversation(engines: engines.settings.available)
        var bytes = [UInt8](repeating: 0, count: Self.bytesPerRead)
        while true {
            let count = input.read(into: &bytes)
            guard count > 0 else { return end(reader, failure: count < 0 ? errno : 0) }
            reader.append(bytes[..<count])
            while let item = reader.next() {
                guard send(answer(conversation.take(item))) else { return }
            }
        }
    }

    private func answer(_ step: Conversation.Step) -> [Event] {
        switch step {
        case .nothing: return []
        case .reply(let event): return [event]
        case .decode(let order):
            do throws(DecoderError) {
                return Answer.events(to: order, .success(try engines.decode(order.samples, with: order.engine)))
            } catch {
                return Answer.events(to: order, .failure(error))
            }
        }
    }

    /// Tells the client, as far as it still listens, why it is not served any longer.
    private func end(_ reader: EventReader, failure: CInt) {
        if failure == EAGAIN {
            _ = send([Refusal(.idle, "no event came for \(ClientSocket.patience) s; connect again").event])
        } else if let fault = reader.end() {
            _ = send([Refusal(.badEvent, fault.description).event])
        }
    }

    /// All at once, so that the client sees a whole answer.
    private func send(_ events: [Event]) -> Bool {
        events.isEmpty || output.write(events.flatMap(\.bytes))
    }
}
