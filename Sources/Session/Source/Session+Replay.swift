import Audio
import RealtimeQueue
import Recognition
public import SoundFile

extension Session {
    /// Obeys one recording from beginning to end.
    ///
    /// A recording in which nobody speaks counts as heard and refused, so that every recording has its answer.
    ///
    /// - Throws: `SoundFileError` if it cannot be opened, or breaks off.
    public func replay(_ path: String, through ear: Ear, pace: RecordingSource.Pace) async throws {
        let ring = SampleRing.make(capacity: Self.ringCapacity)
        let origin = Heard.Origin.recording(path: path)
        let source = try RecordingSource(path: path, pace: pace, into: ring.producer)
        let events = ear.recognizer.listen(to: ring.consumer, from: source)
        let ending = await obey(events, from: origin, through: ear)
        source.stop()
        guard let ending else { return }
        if case .failed(let error) = ending.outcome { throw error }
        if ending.utterances == 0 { await obey(Heard(text: "", origin: origin, engine: .primary, coverage: 0)) }
    }

    /// Four seconds: what a stalled recogniser may fall behind before a microphone's sound is lost.
    static let ringCapacity = 65_536
}
