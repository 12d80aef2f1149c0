/// Something happened to a recogniser.
public struct RecognizerReport: Sendable, Equatable {
    public let engine: Engine
    public let state: State
    /// Why, in words; `nil` where there is nothing to explain.
    public let reason: String?
    /// How long nobody was ready, after a recovery of the fallback.
    public let outage: Duration?
    /// Who listens from now on.
    public let rung: Ladder.Rung

    public enum Engine: String, Sendable {
        case primary
        case fallback
    }

    public enum State: String, Sendable {
        case ready
        case failed
        /// Did not answer in time.
        case hung
        /// A worker that had grown was replaced.
        case recycled
        case recovered
        case gaveUp = "gave up"
    }

    init(_ engine: Engine, _ state: State, reason: String? = nil, outage: Duration? = nil, rung: Ladder.Rung) {
        self.engine = engine
        self.state = state
        self.reason = reason
        self.outage = outage
        self.rung = rung
    }
}

extension RecognizerReport {
    /// Whether the user has to know, or only whoever looks closely.
    public var isGrave: Bool { state == .gaveUp || engine == .primary }

    public var words: String {
        let who = engine == .primary ? "the recogniser" : "the fallback recogniser"
        let why = reason.map { ": \($0)" } ?? ""
        switch state {
        case .ready: return "\(who) is ready"
        case .failed: return "\(who) failed\(why)\(consequence)"
        case .hung: return "\(who) hung\(why)"
        case .recycled: return "\(who) was replaced\(why)"
        case .recovered: return "\(who) is well again"
        case .gaveUp:
            return engine == .primary
                ? "the recogniser is not tried again before the next start\(why)\(consequence)"
                : "there is no fallback recogniser any more\(why)\(consequence)"
        }
    }

    private var consequence: String {
        switch rung {
        case .primary: ""
        case .fallback: engine == .primary ? "; the fallback listens" : ""
        case .typedOnly where engine == .primary && state == .gaveUp: "; commands can only be typed"
        case .typedOnly: "; commands can only be typed until it is well again"
        }
    }
}
