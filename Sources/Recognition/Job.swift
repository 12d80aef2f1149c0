internal import Audio
internal import RealtimeQueue
internal import Synchronization

/// One source that is to be recognised, on its way to the recogniser's thread.
final class Job: Sendable {
    let source: any AudioSource
    /// Whether every step of the endpointer is told, too.
    let isTraced: Bool
    private let samples: Handoff<SampleRing.Consumer>
    private let samplesSignal: WakeSignal
    private let events: AsyncStream<RecognitionEvent>.Continuation
    private let cancelled = Atomic<Bool>(false)

    init(
        samples: consuming SampleRing.Consumer, source: any AudioSource, isTraced: Bool,
        events: AsyncStream<RecognitionEvent>.Continuation
    ) {
        samplesSignal = samples.samplesSignal
        self.samples = Handoff(samples)
        self.source = source
        self.isTraced = isTraced
        self.events = events
    }

    /// Whether nobody wants to hear any more of it.
    var isCancelled: Bool { cancelled.load(ordering: .acquiring) }

    /// Makes the recogniser's thread let go of the source soon.
    func cancel() {
        cancelled.store(true, ordering: .releasing)
        samplesSignal.send()
    }

    func takeSamples() -> SampleRing.Consumer? {
        samples.take()
    }

    func emit(_ event: RecognitionEvent) {
        events.yield(event)
    }

    func end(_ outcome: SourceOutcome) {
        events.yield(.ended(outcome))
        events.finish()
    }

    /// Ends a source that was never heard. Letting go of its samples stops it.
    func refuse() {
        _ = samples.take()
        end(.stopped)
    }
}
