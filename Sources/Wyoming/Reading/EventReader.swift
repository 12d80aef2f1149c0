/// Turns bytes, in pieces of any size, into events. Does no input or output itself.
///
/// After a fault it goes on with the next event: a part that was refused is skipped as long as its header says, and a
/// line that is no header is skipped to its end. Keeps at most one event and what was appended after it.
public struct EventReader: Sendable {
    /// What came out of the bytes.
    public enum Item: Equatable, Sendable {
        case event(Event)
        case fault(EventFault)
    }

    private enum State {
        case header
        case restOfLine
        case body(EventHeader)
        case skipping(Int)
    }

    public let limits: EventLimits

    private var state = State.header
    private var bytes: [UInt8] = []
    /// Bytes before this one have been used.
    private var start = 0
    /// No line ends between `start` and this byte.
    private var scanned = 0

    private static let keptCapacity = 1 << 20

    public init(limits: EventLimits = EventLimits()) {
        self.limits = limits
    }

    /// Takes the next bytes of the stream.
    public mutating func append(_ more: some Collection<UInt8>) {
        if start == bytes.count, bytes.capacity > Self.keptCapacity {
            // A long event is over: give its room back.
            bytes = []
            scanned = 0
            start = 0
        } else if start == bytes.count || start > limits.header {
            bytes.removeSubrange(..<start)
            scanned = max(0, scanned - start)
            start = 0
        }
        bytes.append(contentsOf: more)
    }

    /// The next event or fault; `nil` when more bytes are needed.
    public mutating func next() -> Item? {
        while true {
            switch state {
            case .header:
                guard let line = takeLine() else {
                    guard bytes.count - start > limits.header else { return nil }
                    state = .restOfLine
                    return .fault(.headerTooLong(limit: limits.header))
                }
                if let item = begin(line) { return item }
            case .restOfLine:
                guard takeLine() != nil else {
                    start = bytes.count
                    return nil
                }
                state = .header
            case .body(let header):
                guard bytes.count - start >= header.bodyLength else { return nil }
                state = .header
                return finish(header)
            case .skipping(let count):
                let available = min(count, bytes.count - start)
                start += available
                guard available == count else {
                    state = .skipping(count - available)
                    return nil
                }
                state = .header
            }
        }
    }

    /// To be asked when the stream has ended and ``next()`` has nothing more.
    ///
    /// - Returns: a fault of kind `truncated` if it ended in the middle of an event, `nil` if between two.
    public func end() -> EventFault? {
        switch state {
        case .header: bytes.count == start ? nil : .truncated(missing: nil)
        case .restOfLine: .truncated(missing: nil)
        case .body(let header): .truncated(missing: header.bodyLength - (bytes.count - start))
        case .skipping(let count): .truncated(missing: count)
        }
    }

    /// The next line without its end. An empty one is a line too.
    private mutating func takeLine() -> ArraySlice<UInt8>? {
        let from = max(scanned, start)
        guard let end = bytes[from...].firstIndex(of: UInt8(ascii: "\n")) else {
            scanned = bytes.count
            return nil
        }
        let line = bytes[start..<end]
        start = end + 1
        return line
    }

    private mutating func begin(_ line: ArraySlice<UInt8>) -> Item? {
        // Between events; carries nothing that could be lost.
        if line.allSatisfy({ $0 == UInt8(ascii: "\r") || $0 == UInt8(ascii: " ") }) { return nil }
        guard line.count <= limits.header else { return .fault(.headerTooLong(limit: limits.header)) }
        switch EventHeader.read(line, limits: limits) {
        case .header(let header):
            state = .body(header)
            return nil
        case .fault(let fault, let count):
            state = .skipping(count)
            return .fault(fault)
        }
    }

    private mutating func finish(_ header: EventHeader) -> Item {
        let middle = start + header.dataLength
        let end = middle + header.payloadLength
        defer { start = end }
        var data = header.data
        if header.dataLength > 0 {
            guard let block = [String: EventValue](json: bytes[start..<middle]) else {
                return .fault(.data(of: header.type))
            }
            data.merge(block) { $1 }
        }
        return .event(Event(type: header.type, data: data, payload: Array(bytes[middle..<end])))
    }
}
