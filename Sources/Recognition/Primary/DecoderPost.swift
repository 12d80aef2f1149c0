internal import PocketSphinxDecoder
internal import RealtimeQueue
internal import Supervision
internal import Synchronization

/// The post at which a decoder's thread serves the source that is being heard.
///
/// What has been heard stays here and not on the thread, so that the next thread can go on where one hangs. A thread
/// that comes back after it was relieved finds that nobody wants its result.
final class DecoderPost: Sendable {
    private struct State: ~Copyable {
        var recognition: SourceRecognition?
        /// What the thread on duty is at, and for how many ticks it has been seen at it.
        var work: DecoderWork?
        var ticks = 0
        /// What that thread had had of the processor when it was seen first.
        var account = (computed: Duration.zero, queued: Duration?.none)
        /// What is to be done before more is heard.
        var next: DecoderWork?
        /// The thread on duty.
        var thread = 0
        var time: ThreadTime?
        /// Whether the decoder had failed when the last source ended.
        var isFailing = false

        mutating func start(_ work: DecoderWork) {
            self.work = work
            ticks = 0
        }
    }

    enum Task {
        case perform(DecoderWork)
        case wait(WakeSignal)
        /// The source has ended, and its last event has been sent.
        case ended
        /// There is no source; ask for one.
        case none
        /// Another thread serves here now.
        case relieved
    }

    private let state = Mutex(State())

    /// From one ``tick()`` to the next.
    static let tick = Duration.milliseconds(250)

    /// What any piece of work may take, beside the length of its sound and the time in which others have the processor.
    static let patience = Duration.seconds(2)

    /// So many threads that hang are left behind, each with its decoder; after that none is loaded any more.
    static let mostHung = 3

    /// Who takes the place of a thread that hangs.
    struct Relief {
        let thread: Int
        /// What it has to say to each utterance instead of deciding on it.
        let refusal: DecoderError?
    }

    func begin(_ job: Job, _ samples: consuming sending SampleRing.Consumer, _ succession: Succession) {
        var samples = Optional(samples)
        state.withLock { state in
            guard let samples = samples.take() else { return }
            state.recognition = SourceRecognition(
                succession: succession, samples: samples, job: job, isFailing: state.isFailing)
        }
    }

    /// What `thread` has to do now.
    ///
    /// - Parameter time: what it has had of the processor.
    func task(for thread: Int, _ time: ThreadTime) -> Task {
        state.withLock { state in
            guard state.thread == thread else { return .relieved }
            state.time = time
            if let next = state.next.take() {
                state.start(next)
                return .perform(next)
            }
            while true {
                switch state.recognition?.step() {
                case nil: return .none
                case .again: continue
                case .wait(let signal): return .wait(signal)
                case .work(let work):
                    state.start(work)
                    return .perform(work)
                case .ended(let outcome):
                    let job = state.recognition?.job
                    state.isFailing = state.recognition?.isFailing ?? false
                    // Before its last event: whoever gets that may count on the source having been let go of.
                    state.recognition = nil
                    job?.end(outcome)
                    return .ended
                }
            }
        }
    }

    /// Takes what `thread` has done, if it still serves here.
    func deliver(_ result: DecoderResult, from thread: Int) {
        state.withLock { state in
            guard state.thread == thread, let work = state.work.take() else { return }
            state.next = state.recognition?.take(result, of: work)
        }
    }

    /// Looks whether the thread on duty hangs, and relieves it then; to be called every ``tick``.
    ///
    /// Ticks are counted instead of reading a clock: when the whole program was stopped, none passed.
    ///
    /// - Returns: who has to serve from now on.
    func relieveIfStalled() -> Relief? {
        state.withLock { state in
            guard let work = state.work, let time = state.time else { return nil }
            let (computed, queued) = (time.computed, time.queued)
            // Most work is done before anybody looks: only what is seen twice is watched.
            if state.ticks == 0 { state.account = (computed, queued) }
            let patience = ThreadPatience(limit: Self.patience + work.length)
            let isHanging = patience.isOver(
                watched: Self.tick * state.ticks, computed: computed - state.account.computed,
                queued: queued.flatMap { now in state.account.queued.map { now - $0 } })
            state.ticks += 1
            guard isHanging else { return nil }
            state.work = nil
            state.thread += 1
            let error = DecoderError(
                .decoding, "the recogniser hangs", reason: "no answer within \(patience.limit)")
            state.next = state.recognition?.take(.failed(error), of: work)
            guard state.thread >= Self.mostHung else { return Relief(thread: state.thread, refusal: nil) }
            let refusal = DecoderError(
                .decoding, "the recogniser is not tried again", reason: "it hung \(state.thread) times")
            state.recognition?.job.emit(.decoderGivenUp(hung: state.thread))
            return Relief(thread: state.thread, refusal: refusal)
        }
    }
}
