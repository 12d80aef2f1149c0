public import Audio
public import PocketSphinxDecoder
public import RealtimeQueue
internal import Synchronization

/// The recogniser: a decoder on a thread of its own that turns the sound of one source after the other into events.
///
/// The decoder is loaded once. Each source is independent of those before it. The thread sleeps while there is nothing
/// to hear, and ends when the object goes away. All members may be used from any thread.
public final class RecognizerThread: Sendable {
    private let inbox: Inbox

    private init(_ inbox: Inbox) {
        self.inbox = inbox
    }

    deinit {
        inbox.close()
    }

    /// Starts the thread and loads the decoder on it.
    ///
    /// - Throws: ``DecoderError``; the thread has ended then.
    public static func start(_ settings: RecognizerSettings) async throws(DecoderError) -> RecognizerThread {
        let inbox = Inbox()
        let loading: Result<Void, DecoderError> = await withCheckedContinuation { loaded in
            let hasStarted = NamedThread.start("recogniser") { _ in
                // The decoder never leaves this thread.
                do throws(DecoderError) {
                    var decoder = try Decoder(settings.decoder)
                    loaded.resume(returning: .success(()))
                    serve(inbox, settings, &decoder)
                } catch {
                    loaded.resume(returning: .failure(error))
                }
            }
            if !hasStarted {
                loaded.resume(
                    returning: .failure(
                        DecoderError(.decoding, "cannot start the recogniser", reason: "the system has no thread left")
                    ))
            }
        }
        try loading.get()
        return RecognizerThread(inbox)
    }

    /// Recognises everything that comes out of `samples`, until the source ends or the stream is let go of.
    ///
    /// Sources that are given while another is still being heard wait their turn.
    ///
    /// - Parameters:
    ///   - samples: the reading end of the queue that `source` writes to.
    ///   - source: asked for its overruns and for its outcome when the queue has ended.
    ///   - isTraced: tell every step of the endpointer, too.
    /// - Returns: the events; the last is ``RecognitionEvent/ended(_:)``, and then the stream finishes.
    public func listen(
        to samples: consuming SampleRing.Consumer, from source: any AudioSource, isTraced: Bool = false
    ) -> AsyncStream<RecognitionEvent> {
        let (events, continuation) = AsyncStream.makeStream(of: RecognitionEvent.self)
        let job = Job(samples: samples, source: source, isTraced: isTraced, events: continuation)
        continuation.onTermination = { _ in job.cancel() }
        if !inbox.put(job) { job.refuse() }
        return events
    }

    /// Ends the source being heard, with an open utterance thrown away, and then the thread. Returns at once.
    public func stop() {
        inbox.close()
    }

    private static func serve(_ inbox: Inbox, _ settings: RecognizerSettings, _ decoder: inout Decoder) {
        while let job = inbox.next() {
            guard let samples = job.takeSamples() else { continue }
            decoder.startOver()
            var recognition = SourceRecognition(settings: settings, samples: samples, job: job)
            job.end(recognition.run(&decoder))
        }
    }
}
