public import Audio
internal import Glibc
public import RealtimeQueue
internal import Synchronization

/// An open microphone and the thread that empties it into a queue.
///
/// Stops when it is let go of, when the reading end of the queue is, or when it is told to.
public final class CaptureThread: AudioSource {
    /// What was agreed with the device, for people: "16000 Hz mono, periods of 10 ms, a buffer of 200 ms".
    public let negotiated: String

    /// Whether the scheduler lets the thread run before all others.
    public let scheduling: NamedThread.Scheduling

    private let state: CaptureState

    /// Opens the device, starts it and begins to capture.
    ///
    /// - Parameters:
    ///   - settings: which device and how.
    ///   - queue: half a second or more, so that a busy decoder loses nothing.
    /// - Throws: ``ALSAError``; nothing stays open then, and the reader of `queue` sees its end.
    public init(_ settings: CaptureSettings, into queue: consuming SampleRing.Producer) throws(ALSAError) {
        let state = try CaptureState(device: settings.device)
        let stream = try CaptureStream(settings)
        negotiated = stream.negotiated
        self.state = state

        let loop = Handoff(CaptureLoop(stream, into: queue, shared: state, patience: settings.patience))
        let granted = Granted()
        let hasStarted = NamedThread.start("capture", priority: settings.isRealtime ? .realtime : .normal) {
            scheduling in
            granted.scheduling.withLock { $0 = scheduling }
            granted.signal.send()
            guard var loop = loop.take() else { return }
            let outcome = loop.run()
            // Before the queue ends, so that its reader finds the outcome.
            state.outcome.withLock { $0 = outcome }
            loop.close()
        }
        guard hasStarted else {
            throw ALSAError(
                -EAGAIN, during: "pthread_create", on: settings.device, kind: .other,
                reason: "the system has no thread left to read it")
        }
        granted.signal.wait()
        scheduling = granted.scheduling.withLock { $0 }
    }

    deinit {
        stop()
    }

    public var name: String { state.device }

    public var isLive: Bool { true }

    public var overruns: Int { state.overruns.load(ordering: .relaxed) }

    public var outcome: SourceOutcome? { state.outcome.withLock { $0 } }

    public func stop() {
        state.stopDescriptor.stop()
    }

    /// Brings the scheduler's answer back from the new thread.
    private final class Granted: Sendable {
        let signal = WakeSignal()
        let scheduling = Mutex(NamedThread.Scheduling.normal)
    }
}
