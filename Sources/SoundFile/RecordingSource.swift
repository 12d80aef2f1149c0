public import Audio
public import RealtimeQueue
internal import Synchronization

/// Plays a recording into a queue on a thread of its own.
///
/// Stops when it is let go of, when the reading end of the queue is, or when it is told to.
public final class RecordingSource: AudioSource {
    /// How fast the samples are delivered.
    public enum Pace: Sendable {
        /// As fast as the queue takes them; nothing is dropped.
        case unpaced
        /// At the pace at which they were recorded, dated and dropped as a microphone's would be.
        case realtime
    }

    public let name: String
    public let isLive: Bool
    /// How long the recording lasts according to its header; `nil` for a pipe.
    public let duration: Duration?

    private let delivery: Delivery
    private let roomSignal: WakeSignal

    /// Opens `path`, or standard input for `-`, and begins to deliver it.
    ///
    /// - Parameter queue: for `.unpaced`, of at least 0.2 s.
    /// - Throws: ``SoundFileError``; nothing was started then, and the reader of `queue` sees its end.
    public init(path: String, pace: Pace, into queue: consuming SampleRing.Producer) throws(SoundFileError) {
        let recording = try Recording(path: path)
        name = path
        isLive = pace == .realtime
        duration = recording.duration
        let delivery = Delivery()
        self.delivery = delivery
        roomSignal = queue.roomSignal
        let ends = Handoff(Ends(recording: recording, queue: queue))
        let hasStarted = NamedThread.start("recording") { _ in
            guard var ends = ends.take() else { return }
            let outcome = delivery.run(&ends.recording, &ends.queue, pace: pace)
            // Before the queue ends with the scope, so that its reader finds the outcome.
            delivery.outcome.withLock { $0 = outcome }
        }
        guard hasStarted else {
            throw SoundFileError(.unreadable, path, reason: "the system has no thread left to read it")
        }
    }

    deinit {
        stop()
    }

    public var overruns: Int { 0 }

    public var outcome: SourceOutcome? { delivery.outcome.withLock { $0 } }

    /// When the first sample began: with `.realtime` each sample is due so much later as it is in the recording. `nil`
    /// before the thread has come to it.
    public var startedAt: HostTime? { delivery.start.withLock { $0 } }

    public func stop() {
        delivery.isStopped.store(true, ordering: .releasing)
        roomSignal.send()
    }

    private struct Ends: ~Copyable, Sendable {
        var recording: Recording
        var queue: SampleRing.Producer
    }
}

/// What the source and its thread share, and the thread's work.
private final class Delivery: Sendable {
    let isStopped = Atomic<Bool>(false)
    let outcome = Mutex<SourceOutcome?>(nil)
    let start = Mutex<HostTime?>(nil)

    private static let samplesPerUnpacedPeriod = AudioFormat.sampleRate / 10

    func run(
        _ recording: inout Recording, _ queue: inout SampleRing.Producer, pace: RecordingSource.Pace
    ) -> SourceOutcome {
        let isPaced = pace == .realtime
        var period = [Int16](
            repeating: 0, count: isPaced ? AudioFormat.samplesPerFrame : Self.samplesPerUnpacedPeriod)
        let start = HostTime.now
        self.start.withLock { $0 = start }
        var delivered = 0
        while !isStopped.load(ordering: .acquiring), !queue.isAbandoned {
            let count: Int
            do throws(SoundFileError) {
                var room = period.mutableSpan
                count = try recording.read(into: &room)
            } catch {
                return .failed(error)
            }
            guard count > 0 else { return .finished }
            delivered += count
            let samples = period.span.extracting(..<count)
            if isPaced {
                let moment = start + AudioFormat.duration(ofSamples: delivered)
                HostTime.sleep(until: moment)
                queue.write(samples, endingAt: moment)
            } else {
                while !queue.waitForRoom(for: count) {
                    if isStopped.load(ordering: .acquiring) || queue.isAbandoned { return .stopped }
                }
                queue.write(samples)
            }
        }
        return .stopped
    }
}
