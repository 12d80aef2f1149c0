/// What an ``Endpointer`` found. Positions are in samples since the beginning of its source.
public enum EndpointerEvent: Equatable, Sendable {
    /// Speech began; the utterance starts at `start`, which lies before the frame that showed it.
    case speechStarted(start: Int)

    /// The speaker has been silent for a moment: what lies in `extent` is perhaps all there will be.
    case speechPaused(Extent)

    /// The speaker went on after ``speechPaused(_:)``.
    case speechResumed

    /// The utterance ended.
    case speechEnded(Extent, cause: EndCause)

    /// Where an utterance lies.
    public struct Extent: Equatable, Sendable {
        /// Its first sample.
        public let start: Int
        /// Where the speaker fell silent: the end of the last loud frame.
        public let lastSpeech: Int
        /// Where it is to be cut, a little after ``lastSpeech``.
        public let end: Int

        public init(start: Int, lastSpeech: Int, end: Int) {
            self.start = start
            self.lastSpeech = lastSpeech
            self.end = end
        }
    }

    /// Why an utterance ended.
    public enum EndCause: Equatable, Sendable {
        /// The hangover passed in silence.
        case silence
        /// ``Endpointer/endNow()`` was called during a pause.
        case complete
        case maximumLength
        case endOfSource
    }
}
