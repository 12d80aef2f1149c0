import ALSACapture
import Audio
import Glibc
import RealtimeQueue
public import Recognition

extension Session {
    /// Obeys a microphone until it is unplugged or the task is cancelled.
    ///
    /// - Parameter watch: sees every event of the recogniser, with every step of the endpointer, before it is followed.
    /// - Throws: `ALSAError` if the microphone cannot be opened or goes away.
    public func listen(
        to microphone: String, through ear: Ear, startedAt: ContinuousClock.Instant,
        watch: (@Sendable (RecognitionEvent) -> Void)? = nil
    ) async throws {
        let ring = SampleRing.make(capacity: Self.ringCapacity)
        let source = try CaptureThread(CaptureSettings(device: microphone), into: ring.producer)
        defer { source.stop() }
        let events = ear.recognizer.listen(to: ring.consumer, from: source, isTraced: watch != nil)
        note(
            .listening(
                Listening(
                    source: microphone, format: source.negotiated, scheduling: source.scheduling.words,
                    startup: ContinuousClock.now - startedAt)))
        if let notice = ear.notice { note(.warning(notice)) }
        let ending = await obey(events, from: .microphone(name: microphone), through: ear, watch: watch)
        if case .failed(let error)? = ending?.outcome { throw error }
    }
}

extension NamedThread.Scheduling {
    fileprivate var words: String {
        switch self {
        case .realtime: "real-time"
        case .normal: "normal"
        case .realtimeDenied(let errno): "normal, for real-time was refused: \(String(cString: strerror(errno)))"
        }
    }
}
