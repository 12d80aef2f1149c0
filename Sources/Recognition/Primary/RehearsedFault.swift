/// A fault of the recogniser that is made to happen, to see that nothing is lost by it.
public enum RehearsedFault: Equatable, Sendable {
    /// The decoder refuses to decide on this utterance, counted from 1.
    case fails(utterance: Int)
    /// The decoder does not come back from deciding on this utterance.
    case stalls(utterance: Int)
    /// The decoder refuses to decide on this utterance and all that follow.
    case dies(utterance: Int)

    /// The decoder comes back neither from deciding on this utterance nor on any that follows.
    case hangs(utterance: Int)

    /// - Parameter description: such as `primary-fails:3`, `primary-stalls:3`, `primary-dies:3`, `primary-hangs:3`.
    public init?(_ description: String) {
        let parts = description.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let utterance = Int(parts[1]), utterance > 0 else { return nil }
        switch parts[0] {
        case "primary-fails": self = .fails(utterance: utterance)
        case "primary-stalls": self = .stalls(utterance: utterance)
        case "primary-dies": self = .dies(utterance: utterance)
        case "primary-hangs": self = .hangs(utterance: utterance)
        default: return nil
        }
    }
}
