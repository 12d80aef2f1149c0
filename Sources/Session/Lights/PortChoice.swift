/// Which board a session commands.
public enum PortChoice: Sendable, Equatable {
    /// The first port on which a board answers.
    case automatic
    /// An Uno in memory, started and ended with the session.
    case simulated
    /// Decide and tell, but send nothing.
    case none
    case path(String)

    /// Reads `sim`, `none`, `auto` or a path.
    public init?(_ text: String) {
        switch text {
        case "": return nil
        case "auto": self = .automatic
        case "sim": self = .simulated
        case "none": self = .none
        default: self = .path(text)
        }
    }
}
