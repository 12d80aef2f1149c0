public import Audio
public import PocketSphinxDecoder
public import RealtimeQueue

/// An utterance and what the decoder took it for.
public struct RecognizedUtterance: Sendable {
    /// The sound, kept for whoever wants to listen again.
    public let utterance: Utterance

    /// `nil` if no sentence of the grammar fits.
    public let hypothesis: Hypothesis?

    /// When the decoder was done.
    public let decodedAt: HostTime

    /// From the end of speech to the decision that it had ended: the silence that had to be heard.
    public let endpointDelay: Duration

    /// Time that the decoder spent after that decision.
    public let decodeTime: Duration

    /// From the end of speech to ``decodedAt``.
    ///
    /// By the clock for a live source, and so with everything on the way, the sound card's buffer too; for a recording
    /// that is read as fast as possible, the silence plus the time that was spent computing.
    public let latency: Duration

    /// Beginning and end in the source, in seconds.
    public var start: Double { AudioFormat.seconds(ofSamples: utterance.start) }
    public var end: Double { AudioFormat.seconds(ofSamples: utterance.end) }
}
