/// When a dead worker is followed by the next, and when it is better not to try again.
///
/// A death counts only if the worker had done nothing since it was started: one that works and is killed now and then
/// is worth starting again for ever. The first successor comes at once, each further one after twice the time.
public struct RestartRule: Sendable, Equatable {
    public enum Verdict: Sendable, Equatable {
        case startAgain(after: Duration)
        /// There were too many deaths in too short a time; the words say how many.
        case giveUp(String)
    }

    /// So many deaths without work in between, within ``window``, are the end.
    public var mostDeaths = 5
    public var window = Duration.seconds(60)
    public var firstDelay = Duration.milliseconds(100)
    public var longestDelay = Duration.seconds(5)

    private var deaths: [ContinuousClock.Instant] = []

    public init() {}

    /// A worker did what it is for: earlier deaths are forgotten.
    public mutating func worked() { deaths = [] }

    /// - Parameter hasWorked: whether the dead worker had ever done its work.
    public mutating func died(hasWorked: Bool, at now: ContinuousClock.Instant) -> Verdict {
        if hasWorked {
            worked()
            return .startAgain(after: .zero)
        }
        deaths = deaths.filter { now - $0 < window } + [now]
        if deaths.count >= mostDeaths {
            return .giveUp("it ended \(deaths.count) times within \(now - deaths[0]) without having done anything")
        }
        guard deaths.count > 1 else { return .startAgain(after: .zero) }
        return .startAgain(after: min(longestDelay, firstDelay * (1 << (deaths.count - 2))))
    }
}
