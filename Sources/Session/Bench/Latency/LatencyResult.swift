/// What `bench latency` found with one source, whole or as far as it came.
public struct LatencyResult: Sendable {
    public let source: LatencySource
    /// Commands that were played, or heard when somebody speaks.
    public internal(set) var spoken = 0
    /// One for each that was understood, acknowledged and seen at the pins.
    public internal(set) var times: [LatencyTimes] = []

    /// The value that `share` of all commands do not exceed, in milliseconds; `nil` when nothing was measured.
    public func milliseconds(_ stage: LatencyStage, notExceededBy share: Double) -> Double? {
        Percentiles(times.map { stage.time(in: $0).milliseconds }).at(share)?.rounded(toDecimals: 2)
    }

    /// What is shown of each stage.
    public static let shares: [(name: String, share: Double)] = [("p50", 0.5), ("p95", 0.95), ("max", 1)]
}

/// Where the sound comes from.
public enum LatencySource: String, CaseIterable, Sendable {
    /// A microphone of a private PulseAudio daemon.
    case microphone = "mic"
    /// A recording that is read at the pace of speech.
    case replay
    /// A microphone of the user's, and somebody who speaks.
    case spoken
}

extension LatencyResult: Encodable {
    private enum Key: String, CodingKey { case source, spoken, obeyed, stages }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(source.rawValue, forKey: .source)
        try container.encode(spoken, forKey: .spoken)
        try container.encode(times.count, forKey: .obeyed)
        let stages = LatencyStage.allCases.map { stage in
            let values = Self.shares.compactMap { name, share in
                milliseconds(stage, notExceededBy: share).map { (name + "_ms", $0) }
            }
            return (stage.rawValue, Dictionary(uniqueKeysWithValues: values))
        }
        try container.encode(Dictionary(uniqueKeysWithValues: stages), forKey: .stages)
    }
}
