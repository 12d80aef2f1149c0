import Audio
import RealtimeQueue
public import Recognition
public import SoundFile

extension Session {
    /// Obeys one recording from beginning to end.
    ///
    /// A recording in which nobody speaks counts as heard and refused, so that every recording has its answer.
    ///
    /// - Parameter watch: sees every event of the recogniser, with every step of the endpointer, before it is followed.
    /// - Throws: `SoundFileError` if it cannot be opened, or breaks off.
    public func replay(
        _ path: String, through ear: Ear, pace: RecordingSource.Pace,
        watch: (@Sendable (RecognitionEvent) -> Void)? = nil
    ) async throws {
        let ring = SampleRing.make(capacity: Self.ringCapacity)
        let source = try RecordingSource(path: path, pace: pace, into: ring.producer)
        let events = ear.recognizer.listen(to: ring.consumer, from: source, isTraced: watch != nil)
        try await replay(events, from: source, through: ear, watch: watch)
    }

    /// Obeys sound that is in memory, as if it were the recording called `name`.
    ///
    /// - Parameter samples: 16 kHz mono.
    public func replay(_ samples: [Int16], named name: String, through ear: Ear) async throws {
        let ring = SampleRing.make(capacity: max(samples.count, 1))
        var queue = ring.producer
        queue.write(samples.span)
        queue.close()
        let source = SoundInMemory(name: name)
        let events = ear.recognizer.listen(to: ring.consumer, from: source)
        try await replay(events, from: source, through: ear)
    }

    private func replay(
        _ events: AsyncStream<RecognitionEvent>, from source: any AudioSource, through ear: Ear,
        watch: (@Sendable (RecognitionEvent) -> Void)? = nil
    ) async throws {
        let origin = Heard.Origin.recording(path: source.name)
        let ending = await obey(events, from: origin, through: ear, watch: watch)
        source.stop()
        guard let ending else { return }
        if case .failed(let error) = ending.outcome { throw error }
        if ending.utterances == 0 { await obey(Heard(text: "", origin: origin, engine: .primary, coverage: 0)) }
    }

    /// Four seconds: what a stalled recogniser may fall behind before a microphone's sound is lost.
    static let ringCapacity = 65_536
}
