/// What an ``Endpointer`` found. Positions are in samples since the beginning of its source.
public enum EndpointerEvent: Equatable, Sendable {
    /// Speech began; the utterance starts at `start`, which lies before the frame that showed it.
    case speechStarted(start: Int)

    /// The utterance ended.
    ///
    /// - `lastSpeech`: end of the last frame that was loud enough, where the speaker fell silent.
    /// - `end`: where the utterance is to be cut, a little later.
    case speechEnded(start: Int, lastSpeech: Int, end: Int, cause: EndCause)

    /// Why an utterance ended.
    public enum EndCause: Equatable, Sendable {
        case silence
        case maximumLength
        case endOfSource
    }
}
