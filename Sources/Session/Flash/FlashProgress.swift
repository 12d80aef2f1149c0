/// How far the writing of a sketch has come.
public struct FlashProgress: Equatable, Sendable {
    public enum Stage: String, Equatable, Sendable {
        /// The sketch is compiled, if its sources have changed.
        case build
        case write
        /// The flash is read back and compared.
        case verify
        /// The sketch is asked for its name.
        case hello
    }

    public let stage: Stage
    /// 0 to 100.
    public let percent: Int

    public init(_ stage: Stage, percent: Int) {
        self.stage = stage
        self.percent = percent
    }
}
