/// The audio between two endpoints.
public struct Utterance: Equatable, Sendable {
    /// 16 kHz mono, from ``start`` to ``end``.
    public let samples: [Int16]

    /// Position of the first sample in its source, in samples.
    public let start: Int

    /// Position after the last sample.
    public var end: Int { start + samples.count }

    public init(samples: [Int16], start: Int) {
        self.samples = samples
        self.start = start
    }

    public var duration: Duration { AudioFormat.duration(ofSamples: samples.count) }
}
