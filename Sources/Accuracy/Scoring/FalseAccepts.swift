/// What was obeyed in recordings in which nothing may be.
public struct FalseAccepts: Sendable {
    /// The manifest, as the user named it.
    public let manifest: String
    /// In the order of the manifest.
    public let results: [ClipResult]
    /// In the order of the manifest; each obeyed utterance is one.
    public let examples: [Example]

    public struct Example: Equatable, Sendable, Encodable {
        public let file: String
        /// In seconds from the beginning of the file.
        public let start: Double
        public let end: Double
        public let text: String
        public let confidence: Double
    }

    /// So many examples stand in an event.
    public static let mostExamples = 20

    public init(manifest: String, results: [ClipResult]) {
        self.manifest = manifest
        let results = results.sorted { $0.clip.line < $1.clip.line }
        self.results = results
        examples = results.flatMap { result in
            result.obeyed().map {
                Example(
                    file: result.clip.name, start: $0.start.rounded(toDecimals: 3), end: $0.end.rounded(toDecimals: 3),
                    text: $0.text, confidence: $0.confidence.rounded(toDecimals: 3))
            }
        }
    }

    public var hours: Double { results.reduce(0) { $0 + $1.seconds } / 3_600 }

    /// Obeyed utterances.
    public var count: Int { examples.count }

    /// Recordings with at least one.
    public var clipsObeyed: Int { results.count { !$0.obeyed().isEmpty } }

    public var perHour: Double { hours > 0 ? Double(count) / hours : 0 }
}

extension FalseAccepts: Encodable {
    private enum Key: String, CodingKey {
        case manifest, clips, hours, count, examples
        case perHour = "per_hour"
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(manifest, forKey: .manifest)
        try container.encode(results.count, forKey: .clips)
        try container.encode(hours.rounded(toDecimals: 4), forKey: .hours)
        try container.encode(count, forKey: .count)
        try container.encode(perHour.rounded(toDecimals: 2), forKey: .perHour)
        try container.encode(Array(examples.prefix(Self.mostExamples)), forKey: .examples)
    }
}
