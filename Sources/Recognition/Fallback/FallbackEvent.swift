/// What happens to the fallback's workers.
public enum FallbackEvent: Equatable, Sendable {
    /// The first worker is ready.
    case ready
    /// A worker ended by itself or was ended by somebody else.
    case died(reason: String)
    /// A worker hung, and was killed.
    case hung(reason: String)
    /// A worker had grown too large, and is replaced; its memory in bytes.
    case recycled(memory: Int)
    /// After a death there is a ready worker again, this much later.
    case recovered(after: Duration)
    /// There is no fallback from now on.
    case gaveUp(reason: String)
}
