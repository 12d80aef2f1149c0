public import Audio
public import RealtimeQueue

/// An open microphone and the thread that empties it into a queue.
public final class CaptureThread: AudioSource {
    public let name: String
    public var isLive: Bool { true }
    public var overruns: Int { 0 }
    public var outcome: SourceOutcome? { nil }

    /// What was agreed with the device, in words: "16000 Hz mono, periods of 10 ms".
    public let negotiated: String

    /// Whether the scheduler lets the thread run before all others; `nil` until the thread has asked.
    public var scheduling: NamedThread.Scheduling? { nil }

    /// Opens the device and begins to capture.
    ///
    /// - Throws: ``ALSAError``; nothing stays open then.
    public init(_ settings: CaptureSettings, into queue: consuming SampleRing.Producer) throws(ALSAError) {
        fatalError()
    }

    public func stop() {}
}
