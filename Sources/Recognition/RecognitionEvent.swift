public import Audio

/// What a recogniser has to say about one source, in the order in which it happens.
public enum RecognitionEvent: Sendable {
    /// The first samples have arrived.
    case listening
    /// How loud it is, about twenty times a second of sound, and whether that counts as speech.
    case level(Level, isSpeech: Bool)
    /// Speech began, at this many seconds from the beginning of the source.
    case speechStarted(at: Double)
    /// What has been heard of the utterance so far; sent when it changes.
    case partial(String)
    /// An utterance ended and was decoded.
    case utterance(RecognizedUtterance)
    /// The queue was full: this many samples in all are missing because the recogniser was too slow.
    case dropped(samples: Int)
    /// The device lost sound this many times in all because nobody read in time.
    case overrun(count: Int)
    /// What the endpointer did with 10 ms, or decided; only when the source is traced.
    case traced(EndpointerTrace)
    /// The decoder refused an utterance; the recogniser goes on with the next.
    case decoderFailed(any Error)
    /// Nothing more will come from this source.
    case ended(SourceOutcome)
}
