/// Who listens: the recogniser of this program, the fallback, or nobody, so that commands can only be typed. Pure.
public struct Ladder: Sendable, Equatable {
    public enum Rung: String, Sendable {
        case primary
        case fallback
        case typedOnly = "typed only"
    }

    private var isPrimaryWell = true
    /// Why there is no fallback; `nil` while there is one.
    public private(set) var noFallback: String?

    public init(noFallback: String?) { self.noFallback = noFallback }

    public var rung: Rung { isPrimaryWell ? .primary : noFallback == nil ? .fallback : .typedOnly }

    public mutating func primaryFailed() { isPrimaryWell = false }
    public mutating func primaryRecovered() { isPrimaryWell = true }
    public mutating func fallbackGaveUp(_ reason: String) { noFallback = noFallback ?? reason }
}
