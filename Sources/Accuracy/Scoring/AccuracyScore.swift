internal import Drawing

/// How many recordings of a manifest were heard rightly, under one condition.
public struct AccuracyScore: Sendable {
    /// The manifest, as the user named it.
    public let manifest: String
    /// Decibels between speech and noise; `nil` when none was mixed in.
    public let snr: Double?
    /// In the order of the manifest.
    public let results: [ClipResult]
    public let all: Share
    /// By label, in alphabetical order.
    public let labels: [(label: String, share: Share)]
    /// By speaker, in alphabetical order.
    public let speakers: [(speaker: String, share: Share)]
    /// Of the share of right recordings, over speakers; `nil` with fewer than two of them.
    public let interval: Interval?
    /// What was heard for what, the most frequent first.
    public let confusions: [Confusion]

    public struct Confusion: Equatable, Sendable, Encodable {
        public let label: String
        /// The first wrong thing that was obeyed.
        public let heard: String
        public let count: Int
    }

    /// - Parameter seed: of the interval.
    public init(manifest: String, snr: Double?, results: [ClipResult], seed: UInt64) {
        self.manifest = manifest
        self.snr = snr
        let results = results.sorted { $0.clip.line < $1.clip.line }
        self.results = results
        all = Share(results)
        labels = Dictionary(grouping: results) { $0.clip.label?.text ?? "" }.sorted { $0.key < $1.key }
            .map { ($0.key, Share($0.value)) }
        speakers = Dictionary(grouping: results, by: \.clip.speaker).sorted { $0.key < $1.key }
            .map { ($0.key, Share($0.value)) }
        interval = Interval(over: speakers.map(\.share), seed: seed)
        confusions = Self.confusions(of: results)
    }

    /// The condition in words.
    public var condition: String { snr.map { "\($0.text(decimals: $0 == $0.rounded() ? 0 : 1)) dB" } ?? "clean" }

    /// Wrong recordings in which the right thing was obeyed, too.
    public var rightAmongWrong: Int { results.count { $0.verdict() == .wrong && $0.holdsRight } }

    /// Length of all recordings.
    public var hours: Double { results.reduce(0) { $0 + $1.seconds } / 3_600 }

    private struct Pair: Hashable {
        let label: String
        let heard: String
    }

    private static func confusions(of results: [ClipResult]) -> [Confusion] {
        var counts: [Pair: Int] = [:]
        for result in results {
            guard let label = result.clip.label, let mistake = result.mistakes.first else { continue }
            let heard = label.describe(mistake.text, slots: mistake.slots)
            counts[Pair(label: label.text, heard: heard), default: 0] += 1
        }
        return counts.map { Confusion(label: $0.key.label, heard: $0.key.heard, count: $0.value) }
            .sorted { ($1.count, $0.label, $0.heard) < ($0.count, $1.label, $1.heard) }
    }
}

extension AccuracyScore: Encodable {
    private enum Key: String, CodingKey {
        case manifest, snr, clips, right, wrong, refused, confusions
        case labels = "by_label"
        case interval = "by_speaker_ci"
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(manifest, forKey: .manifest)
        try container.encode(snr, forKey: .snr)
        try container.encode(all.clips, forKey: .clips)
        try container.encode(all.right, forKey: .right)
        try container.encode(all.wrong, forKey: .wrong)
        try container.encode(all.refused, forKey: .refused)
        try container.encode(Dictionary(labels.map { ($0.label, $0.share) }) { first, _ in first }, forKey: .labels)
        try container.encode(interval, forKey: .interval)
        try container.encode(confusions, forKey: .confusions)
    }
}
