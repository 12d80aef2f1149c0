public import Accuracy
import Glibc
import SoundFile
import Synchronization

extension AccuracyBench {
    /// What is told on the way.
    public enum Step: Sendable {
        case progress(AccuracyProgress)
        /// One round is over, or was interrupted.
        case accuracy(AccuracyScore)
        case falseAccepts(FalseAccepts)
        /// A recording could not be heard to its end.
        case problem(ManifestError.Problem)
    }

    /// Hears everything, with each of `ears` at a time one recording. Cancelling the task ends it soon.
    ///
    /// - Parameter tell: is called from any thread, one call at a time.
    /// - Returns: what was found until the end or the cancellation.
    public func run(through ears: [Ear], tell: @escaping @Sendable (Step) -> Void) async -> AccuracyResult {
        var result = AccuracyResult()
        let meter = RunMeter(rounds)
        result.totalClips = meter.totalClips
        for round in rounds where !Task.isCancelled {
            let heard = RoundProgress(round)
            await withTaskGroup { group in
                for ear in ears {
                    group.addTask { await hear(round, through: ear, noting: heard, meter, tell: tell) }
                }
            }
            let (results, problems) = heard.ending
            result.problems += problems
            result.clips += results.count
            result.seconds += results.reduce(0) { $0 + $1.seconds }
            if results.isEmpty { continue }
            if round.isNegative {
                let accepts = FalseAccepts(manifest: round.manifest, results: results)
                result.falseAccepts.append(accepts)
                tell(.falseAccepts(accepts))
            } else {
                let score = AccuracyScore(
                    manifest: round.manifest, snr: round.snr, results: results, seed: seed)
                result.accuracies.append(score)
                tell(.accuracy(score))
            }
        }
        (result.elapsed, result.processorTime) = meter.spent
        return result
    }

    private func hear(
        _ round: Round, through ear: Ear, noting heard: RoundProgress, _ meter: RunMeter,
        tell: @escaping @Sendable (Step) -> Void
    ) async {
        while !Task.isCancelled, let timed = heard.next() {
            do {
                let answers = try await answers(to: timed.clip, snr: round.snr, through: ear)
                // An interrupted recording was not heard to its end.
                if Task.isCancelled { return }
                heard.note(ClipResult(timed.clip, answers: answers, seconds: timed.seconds))
            } catch {
                let problem = ManifestError.Problem(file: round.manifest, line: timed.clip.line, "\(error)")
                heard.note(problem)
                tell(.problem(problem))
            }
            meter.count(timed, of: round) { tell(.progress($0)) }
        }
    }

    /// Everything that is decided on one recording, in a new session.
    private func answers(to clip: Clip, snr: Double?, through ear: Ear) async throws -> [Answer] {
        let decisions = Mutex<[Decision]>([])
        let session = Session(grammar: grammar, lights: try await Lights.open(.none)) { event in
            if case .utterance(let decision) = event { decisions.withLock { $0.append(decision) } }
        }
        if let snr, let mixer {
            let mixed = mixer.mix(into: try samples(of: clip, snr: nil), snr: snr, clip: clip.line)
            try await session.replay(mixed, named: clip.path, through: ear)
        } else {
            try await session.replay(clip.path, through: ear, pace: .unpaced)
        }
        let judge = Judge(grammar: grammar)
        var answers: [Answer] = []
        for decision in decisions.withLock({ $0 }) {
            let heard = decision.heard
            // Nobody could decide: a decoder that failed says nothing about how well it hears.
            if let problem = heard.problem, heard.certainty == nil { throw BenchError(problem) }
            let decision = ignoresThresholds ? judge.reconsider(heard) : decision
            // A sentence that was obeyed in two steps is one answer.
            let beginning = decision.isAccepted && heard.continues != nil ? answers.popLast() : nil
            answers.append(Answer(decision, after: beginning))
        }
        return answers
    }
}

/// The recordings of one round that wait, and what was found in the others. Any thread may call it.
private final class RoundProgress: Sendable {
    private struct State {
        var waiting: ArraySlice<AccuracyBench.TimedClip>
        var results: [ClipResult] = []
        var problems: [ManifestError.Problem] = []
    }

    private let state: Mutex<State>

    init(_ round: AccuracyBench.Round) { state = Mutex(State(waiting: round.clips[...])) }

    func next() -> AccuracyBench.TimedClip? { state.withLock { $0.waiting.popFirst() } }
    func note(_ result: ClipResult) { state.withLock { $0.results.append(result) } }
    func note(_ problem: ManifestError.Problem) { state.withLock { $0.problems.append(problem) } }

    var ending: ([ClipResult], [ManifestError.Problem]) { state.withLock { ($0.results, $0.problems) } }
}

/// Counts what was heard, by the clock and by the processor. Any thread may call it.
private final class RunMeter: Sendable {
    let totalClips: Int
    private let totalSeconds: Double
    private let start = ContinuousClock.now
    private let processorTimeAtStart = RunMeter.processorTime
    private let heard = Mutex((clips: 0, seconds: 0.0))

    init(_ rounds: [AccuracyBench.Round]) {
        totalClips = rounds.reduce(0) { $0 + $1.clips.count }
        totalSeconds = rounds.reduce(0) { $0 + $1.clips.reduce(0) { $0 + $1.seconds } }
    }

    func count(_ timed: AccuracyBench.TimedClip, of round: AccuracyBench.Round, tell: (AccuracyProgress) -> Void) {
        heard.withLock { heard in
            heard.clips += 1
            heard.seconds += timed.seconds
            tell(
                AccuracyProgress(
                    stage: round.stage, clips: heard.clips, totalClips: totalClips, seconds: heard.seconds,
                    totalSeconds: totalSeconds, elapsed: ContinuousClock.now - start))
        }
    }

    var spent: (elapsed: Duration, processor: Duration) {
        (ContinuousClock.now - start, Self.processorTime - processorTimeAtStart)
    }

    /// Of all threads of this process.
    private static var processorTime: Duration {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}

extension AccuracyBench.Round {
    /// The list without its folder, and the noise.
    fileprivate var stage: String {
        let name = manifest.split(separator: "/").last.map(String.init) ?? manifest
        return snr.map { "\(name) at \($0.rounded(toDecimals: 1)) dB" } ?? name
    }
}
