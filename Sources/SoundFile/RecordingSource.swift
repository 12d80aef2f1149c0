public import Audio
public import RealtimeQueue

/// Plays a recording into a queue on a thread of its own.
public final class RecordingSource: AudioSource {
    /// How fast the samples are delivered.
    public enum Pace: Sendable {
        /// As fast as the queue takes them; nothing is dropped.
        case unpaced
        /// At the pace at which they were recorded, as a microphone would.
        case realtime
    }

    public let name: String
    public let isLive: Bool
    public var overruns: Int { 0 }
    public var outcome: SourceOutcome? { nil }

    /// Opens `path` and begins to deliver it.
    ///
    /// - Throws: ``SoundFileError``; nothing was started then.
    public init(path: String, pace: Pace, into queue: consuming SampleRing.Producer) throws(SoundFileError) {
        fatalError()
    }

    public func stop() {}
}
