public import Audio
public import PocketSphinxDecoder
public import RealtimeQueue

/// An utterance and what the decoder took it for.
public struct RecognizedUtterance: Sendable {
    /// The sound, kept for whoever wants to listen again.
    public let utterance: Utterance

    /// `nil` if no sentence of the grammar fits, or the decoder failed.
    public let hypothesis: Hypothesis?

    /// The sentence at its beginning that was told of before, when the speaker paused after it; `nil` if none was.
    public let continues: String?

    /// Why the decoder has no opinion; `nil` when it has one.
    public let failure: DecoderError?

    /// How sure it is that the hypothesis was said; `nil` without one, and if the recogniser was not asked.
    public let certainty: Certainty?

    /// When the decoder was done.
    public let decodedAt: HostTime

    /// From the end of speech to the decision that it had ended.
    ///
    /// By the clock for a live source, and so with everything on the way, the sound card's buffer too; for a recording
    /// that is read as fast as possible, the silence that had to be heard.
    public let endpointDelay: Duration

    /// Time that the decoder needed after that decision; next to nothing when it was done during the pause.
    public let decodeTime: Duration

    /// From the end of speech to ``decodedAt``.
    public var latency: Duration { endpointDelay + decodeTime }

    /// Beginning and end in the source, in seconds.
    public var start: Double { AudioFormat.seconds(ofSamples: utterance.start) }
    public var end: Double { AudioFormat.seconds(ofSamples: utterance.end) }
}
