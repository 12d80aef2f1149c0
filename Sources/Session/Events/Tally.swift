/// What happened in a session, for its exit status and its closing words.
public struct Tally: Sendable, Equatable {
    public var heard = 0
    public var obeyed = 0
    public var refused = 0
    /// Commands that the board did not carry out.
    public var failedCommands = 0
    /// Samples thrown away because the recogniser was too slow.
    public var droppedSamples = 0
    /// Times that the microphone lost audio because nobody read in time.
    public var overruns = 0

    public init() {}
}
