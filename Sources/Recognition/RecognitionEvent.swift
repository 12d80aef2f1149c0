public import Audio
public import PocketSphinxDecoder

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
    /// An utterance ended and was decoded, or what was heard of it stands whatever follows. If something does, the whole
    /// is told, with ``RecognizedUtterance/continues``.
    case utterance(RecognizedUtterance)
    /// The queue was full: this many samples in all are missing because the recogniser was too slow.
    case dropped(samples: Int)
    /// The device lost sound this many times in all because nobody read in time.
    case overrun(count: Int)
    /// What the endpointer did with 10 ms, or decided; only when the source is traced.
    case traced(EndpointerTrace)
    /// What follows is heard by the decoder of this number; see ``RecognizerThread/replaceDecoder(with:announcedAs:)``.
    case decoderReplaced(Int)
    /// The decoder failed or hangs; utterances that it has no opinion on say so, until it has recovered.
    case decoderFailed(DecoderError)
    /// After a failure the decoder has decided on an utterance again.
    case decoderRecovered
    /// The decoder has hung this often and is not tried again; sent once.
    case decoderGivenUp(hung: Int)
    /// Nothing more will come from this source.
    case ended(SourceOutcome)
}
