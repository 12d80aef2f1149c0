import Glibc
import Wyoming

/// One end of a conversation with the recogniser. Reading waits for a minute at most, which only a failing test needs.
final class EventStream {
    private let input: Int32
    private let output: Int32
    private var reader = EventReader()
    private var isOpen = true

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// - Parameters:
    ///   - input: read from; closed with this value, as is `output`.
    ///   - output: written to.
    init(input: Int32, output: Int32) {
        self.input = input
        self.output = output
    }

    deinit {
        close()
        if input != output { Glibc.close(input) }
    }

    /// Ends what the recogniser reads.
    func close() {
        if isOpen { Glibc.close(output) }
        isOpen = false
    }

    /// Leaves nobody to answer to.
    func closeBoth() {
        close()
        let nowhere = open("/dev/null", O_RDONLY | O_CLOEXEC)
        // The number stays ours, so that closing it again does no harm.
        dup2(nowhere, input)
        Glibc.close(nowhere)
    }

    /// The other side stays able to answer.
    func endSending() { shutdown(output, Int32(SHUT_WR)) }

    /// Whether something has come that was not received yet, or the stream has ended.
    var hasNews: Bool {
        var request = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
        return poll(&request, 1, 0) != 0
    }

    func send(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(output, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Failure(description: "cannot write: \(String(cString: strerror(errno)))") }
            rest = rest.dropFirst(count)
        }
    }

    func send(_ message: some Message) throws { try send(message.event.bytes) }

    /// A whole utterance, in pieces of a tenth of a second.
    func send(
        _ samples: [Int16], _ transcribe: Transcribe = Transcribe(streaming: false)
    ) throws {
        try send(transcribe)
        try send(AudioStart())
        for start in stride(from: 0, to: samples.count, by: 1_600) {
            try send(AudioChunk(samples: samples[start..<min(samples.count, start + 1_600)]))
        }
        try send(AudioStop())
    }

    /// - Returns: `nil` at the end of the stream.
    func receive() throws -> Event? {
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            switch reader.next() {
            case .event(let event): return event
            case .fault(let fault): throw fault
            case nil: break
            }
            var request = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
            guard poll(&request, 1, 60_000) == 1 else { throw Failure(description: "no answer within a minute") }
            let count = read(input, &bytes, bytes.count)
            guard count > 0 else { return nil }
            reader.append(bytes[..<count])
        }
    }

    /// The next event, which has to be of this type.
    func receive<M: Message>(_ type: M.Type) throws -> M {
        guard let event = try receive() else { throw Failure(description: "the stream ended before \(M.type)") }
        guard event.type == M.type else { throw Failure(description: "\(M.type) was expected, this came: \(event)") }
        return try M(event)
    }
}
