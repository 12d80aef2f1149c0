import RealtimeQueue

/// What one command took, from stage to stage.
public struct LatencyTimes: Sendable {
    /// The recording without its folder; `nil` when somebody spoke.
    public let file: String?
    /// From the end of the word to the last sample that had to be heard to know that it was over.
    public let endPoint: Duration
    /// From there to the decision; the search goes on during the pause, and only what it is late by counts here.
    public let decode: Duration
    /// From the decision to the board's acknowledgement.
    public let link: Duration
    /// From the decision to the news that the first pin has changed.
    public let pin: Duration
    /// What the program itself says that it took from the end of speech to the words.
    public let ownCount: Duration
}

/// A stretch of the way that is shown on its own.
public enum LatencyStage: String, CaseIterable, Sendable {
    case endPoint = "end_point"
    case decode
    case link
    case pin
    case decided
    case acknowledged
    case lit
    case ownCount = "own_count"

    /// For people.
    public var words: String {
        switch self {
        case .endPoint: "end-point: silence that has to be heard"
        case .decode: "decode: from there to decided"
        case .link: "link: decided to acknowledged"
        case .pin: "pin: decided to the first light"
        case .decided: "end of the word to decided"
        case .acknowledged: "end of the word to acknowledged"
        case .lit: "end of the word to the first light"
        case .ownCount: "decided, as the program itself counts"
        }
    }

    func time(in times: LatencyTimes) -> Duration {
        switch self {
        case .endPoint: times.endPoint
        case .decode: times.decode
        case .link: times.link
        case .pin: times.pin
        case .decided: times.endPoint + times.decode
        case .acknowledged: times.endPoint + times.decode + times.link
        case .lit: times.endPoint + times.decode + times.pin
        case .ownCount: times.ownCount
        }
    }
}

extension LatencyTimes: Encodable {
    public func encode(to encoder: any Encoder) throws {
        var body = ["file": JSONValue(file)]
        for stage in LatencyStage.allCases {
            body[stage.rawValue + "_ms"] = JSONValue(stage.time(in: self).milliseconds)
        }
        try body.encode(to: encoder)
    }
}
