public import Audio
public import PocketSphinxDecoder
public import RealtimeQueue
internal import Synchronization

/// The recogniser: a decoder on a thread of its own that turns the sound of one source after the other into events.
///
/// The decoder is loaded once, and again after it has failed. Each source is independent of those before it. The thread
/// sleeps while there is nothing to hear, and ends when the object goes away; one that hangs is left behind, and another
/// goes on with what has been heard. All members may be used from any thread.
public final class RecognizerThread: Sendable {
    private let inbox: Inbox
    let succession: Succession
    private let watch: Task<Void, Never>

    private init(_ inbox: Inbox, _ succession: Succession, watch: Task<Void, Never>) {
        self.inbox = inbox
        self.succession = succession
        self.watch = watch
    }

    deinit {
        watch.cancel()
        inbox.close()
    }

    /// Starts the thread and loads the decoder on it.
    ///
    /// - Throws: ``DecoderError``; the thread has ended then.
    public static func start(_ settings: RecognizerSettings) async throws(DecoderError) -> RecognizerThread {
        let inbox = Inbox()
        let post = DecoderPost()
        let succession = Succession(settings)
        let faults = RehearsedFaults(settings.rehearsedFault)
        let loading: Result<Void, DecoderError> = await withCheckedContinuation { loaded in
            let hasStarted = NamedThread.start("recogniser") { _ in
                // From here on the decoder stays on this thread.
                do throws(DecoderError) {
                    let decoder = try Decoder(settings.decoder)
                    loaded.resume(returning: .success(()))
                    var primary = PrimaryDecoder(decoder, settings: settings, faults: faults)
                    serve(at: post, as: 0, inbox, succession, &primary)
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
        return RecognizerThread(inbox, succession, watch: watch(post, inbox, succession, faults))
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

    private static func serve(
        at post: DecoderPost, as thread: Int, _ inbox: Inbox, _ succession: Succession,
        _ decoder: inout PrimaryDecoder
    ) {
        let time = ThreadTime()
        while true {
            switch post.task(for: thread, time) {
            case .perform(let work): post.deliver(decoder.perform(work), from: thread)
            case .wait(let signal): signal.wait()
            case .relieved: return
            case .ended: break
            case .none:
                guard let job = inbox.next() else { return }
                guard let samples = job.takeSamples() else { continue }
                decoder.startOver()
                post.begin(job, samples, succession)
            }
        }
    }

    /// Puts another thread in the place of one that hangs; that one cannot be ended, and is left behind.
    private static func watch(
        _ post: DecoderPost, _ inbox: Inbox, _ succession: Succession, _ faults: RehearsedFaults
    ) -> Task<Void, Never> {
        Task {
            while (try? await Task.sleep(for: DecoderPost.tick)) != nil {
                guard let relief = post.relieveIfStalled() else { continue }
                NamedThread.start("recogniser") { _ in
                    var primary = PrimaryDecoder(
                        nil, settings: succession.settings, faults: faults, refusal: relief.refusal)
                    serve(at: post, as: relief.thread, inbox, succession, &primary)
                }
            }
        }
    }
}
