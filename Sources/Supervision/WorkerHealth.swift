/// The life of one worker, from its start to its end, as far as time and memory can judge it.
///
/// Pure: whoever supervises the worker says what happened and when, and asks what is to be done. A worker is judged by
/// the work it does; only one that has none is asked for a sign of life.
public struct WorkerHealth: Sendable, Equatable {
    public enum Phase: Sendable, Equatable {
        case starting
        /// Waiting for work.
        case ready
        /// Waiting for work, and asked for a sign of life.
        case pinged
        /// Has an utterance.
        case busy
        /// Is to be replaced, for it has grown too large.
        case outgrown
        case ended
    }

    /// What is to be done with the worker.
    public enum Order: Sendable, Equatable {
        case nothing
        /// Ask for a sign of life.
        case ping
        /// It hangs; the words say in what.
        case kill(String)
    }

    public private(set) var phase = Phase.starting

    /// Whether it has ever done what a worker is for.
    public private(set) var hasWorked = false

    /// When ``order(at:)`` will next have something to say; `nil` if never.
    public private(set) var due: ContinuousClock.Instant?

    private let limits: WorkerLimits
    /// What the worker has for its present phase, and since when.
    private var allowance: Duration
    private var since: ContinuousClock.Instant

    /// How many times as long as it has it may take on a machine that is busy with something else.
    private static let leeway = 10

    public init(limits: WorkerLimits = WorkerLimits(), startedAt now: ContinuousClock.Instant) {
        self.limits = limits
        allowance = limits.start
        since = now
        due = now + limits.start
    }

    /// It said that it is ready, or gave its sign of life.
    public mutating func becameReady(at now: ContinuousClock.Instant) {
        guard [.starting, .pinged].contains(phase) else { return }
        rest(at: now)
    }

    /// It was given an utterance.
    ///
    /// - Parameter length: of the utterance.
    /// - Returns: until when it must have answered.
    @discardableResult
    public mutating func began(length: Duration, at now: ContinuousClock.Instant) -> ContinuousClock.Instant {
        phase = .busy
        allowance = limits.deadline(for: length)
        since = now
        due = now + allowance
        return now + allowance
    }

    /// Its threads have stood in line for a processor meanwhile, which is no fault of its own.
    ///
    /// - Parameter queued: for how long, since its present phase began; together, so it may be longer than that phase.
    public mutating func excuse(_ queued: Duration, at now: ContinuousClock.Instant = .now) {
        guard [.starting, .pinged, .busy].contains(phase) else { return }
        let most = min(now - since, allowance * (Self.leeway - 1))
        due = since + allowance + min(queued, most)
    }

    /// It answered.
    ///
    /// - Parameter memory: bytes that it keeps in memory, if that is known.
    public mutating func finished(at now: ContinuousClock.Instant, memory: Int? = nil) {
        guard phase == .busy else { return }
        hasWorked = true
        rest(at: now)
        if let limit = limits.memory, let memory, memory > limit {
            phase = .outgrown
            due = nil
        }
    }

    /// It is no more.
    public mutating func ended() {
        phase = .ended
        due = nil
    }

    /// What is to be done now.
    public mutating func order(at now: ContinuousClock.Instant) -> Order {
        guard let due, now >= due else { return .nothing }
        switch phase {
        case .starting: return hung("it was not ready within \(allowance)")
        case .busy: return hung("it had no answer within \(allowance)")
        case .pinged: return hung("it gave no sign of life within \(allowance)")
        case .ready:
            phase = .pinged
            allowance = limits.ping
            since = now
            self.due = now + allowance
            return .ping
        case .outgrown, .ended: return .nothing
        }
    }

    private mutating func rest(at now: ContinuousClock.Instant) {
        phase = .ready
        due = now + limits.idle
    }

    private mutating func hung(_ reason: String) -> Order {
        ended()
        return .kill(reason)
    }
}
