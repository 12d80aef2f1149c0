import Audio
import RealtimeQueue
import Recognition
import SoundFile

extension LatencyBench {
    /// Has a session hear a recording at the pace of speech.
    ///
    /// - Returns: when its first sample began; `nil` if it was broken off.
    func replay(_ file: String, _ session: Session, _ ear: Ear) async throws -> HostTime? {
        let ring = SampleRing.make(capacity: Session.ringCapacity)
        let source = try RecordingSource(path: file, pace: .realtime, into: ring.producer)
        let events = ear.recognizer.listen(to: ring.consumer, from: source, isTraced: true)
        let round = round
        let ending = await session.obey(
            events, from: .recording(path: source.name), through: ear, watch: { round.note($0) })
        source.stop()
        guard let ending else { return nil }
        if case .failed(let error) = ending.outcome { throw error }
        return source.startedAt
    }
}
