/// The end of the board that a change came from.
public enum Origin: Hashable, Sendable {
    case usb
    case bluetooth

    /// `u` or `b`, as on the wire.
    public var letter: String {
        switch self {
        case .usb: "u"
        case .bluetooth: "b"
        }
    }

    public init?(letter: some StringProtocol) {
        switch letter {
        case "u": self = .usb
        case "b": self = .bluetooth
        default: return nil
        }
    }
}
