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
    /// Times that the primary recogniser failed.
    public var recognizerFailures = 0
    /// Utterances that the fallback decided on in its place.
    public var heardByFallback = 0
    /// Utterances on which the fallback was asked for a second opinion and gave one in time.
    public var secondOpinions = 0
    /// Utterances of a word or two that the recogniser of single words heard too, and those where it was too late.
    public var comparisons = 0
    public var lateComparisons = 0
    /// Workers of the fallback that died or hung.
    public var workersLost = 0

    public init() {}
}
