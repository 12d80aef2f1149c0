/// A fault of the recogniser that is made to happen, to see that nothing is lost by it.
public enum RehearsedFault: Equatable, Sendable {
    /// The decoder refuses this decision, counted from 1.
    case fails(decision: Int)
    /// The decoder does not come back from this decision.
    case stalls(decision: Int)
    /// The decoder refuses this decision and all that follow.
    case dies(decision: Int)

    /// The decoder comes back neither from this decision nor from any that follows.
    case hangs(decision: Int)

    /// - Parameter description: such as `primary-fails:3`, `primary-stalls:3`, `primary-dies:3`, `primary-hangs:3`.
    public init?(_ description: String) {
        let parts = description.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let decision = Int(parts[1]), decision > 0 else { return nil }
        switch parts[0] {
        case "primary-fails": self = .fails(decision: decision)
        case "primary-stalls": self = .stalls(decision: decision)
        case "primary-dies": self = .dies(decision: decision)
        case "primary-hangs": self = .hangs(decision: decision)
        default: return nil
        }
    }
}
