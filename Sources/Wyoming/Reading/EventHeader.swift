/// The first line of an event: what it is, and how many bytes follow.
struct EventHeader: Equatable {
    let type: String
    let data: [String: EventValue]
    let dataLength: Int
    let payloadLength: Int

    var bodyLength: Int { dataLength + payloadLength }

    /// What a header line says. A fault comes with the number of bytes after the line that belong to it.
    enum Reading {
        case header(EventHeader)
        case fault(EventFault, skipping: Int)
    }

    static func read(_ line: ArraySlice<UInt8>, limits: EventLimits) -> Reading {
        guard let fields = [String: EventValue](json: line) else { return .fault(.notJSON, skipping: 0) }
        let type = fields["type"]?.string
        var lengths: [Int] = []
        var fault: EventFault?
        for (name, limit) in [("data_length", limits.data), ("payload_length", limits.payload)] {
            guard let length = length(fields[name]) else { return .fault(.length(name), skipping: 0) }
            lengths.append(length)
            if length > limit, fault == nil { fault = .tooLong(name, length, limit: limit, of: type ?? "event") }
        }
        if type == nil { fault = .noType }
        let data: [String: EventValue]
        switch fields["data"] {
        case nil, .null: data = [:]
        case .object(let object): data = object
        default:
            data = [:]
            if fault == nil { fault = .noObject("data") }
        }
        let (total, hasOverflown) = lengths[0].addingReportingOverflow(lengths[1])
        if let fault { return .fault(fault, skipping: hasOverflown || total > limits.skipped ? 0 : total) }
        return .header(EventHeader(type: type ?? "", data: data, dataLength: lengths[0], payloadLength: lengths[1]))
    }

    /// - Returns: 0 when the field is missing, `nil` when it is no length.
    private static func length(_ value: EventValue?) -> Int? {
        guard let value, value != .null else { return 0 }
        return value.integer.flatMap { $0 < 0 ? nil : $0 }
    }
}
