/// What counts as speech and how long silence must last to end it.
///
/// The values were chosen by measuring how many human commands are heard rightly, see `Decisions`.
public struct EndpointerSettings: Equatable, Sendable {
    /// Silence that ends an utterance. People pause for up to 400 ms inside a sentence.
    public var hangover: Duration = .milliseconds(450)

    /// Silence after which an utterance may be over. What has been heard is decided then, ahead of time.
    public var pause: Duration = .milliseconds(70)

    /// Silence that ends an utterance of which it is sure what was said, and that nothing that could follow would matter.
    public var sureSilence: Duration = .milliseconds(150)

    /// Silence that ends an utterance of which it is sure what was said, if it is a whole sentence that could go on.
    /// People pause before "and"; who never does may shorten it.
    public var openSilence: Duration = .milliseconds(450)

    /// Longest utterance; it is ended there even if the speaker goes on.
    public var maximumLength: Duration = .seconds(15)

    /// Sound before the first loud frame that belongs to the utterance: soft beginnings of words ("f", "s", "th").
    public var preRoll: Duration = .milliseconds(200)

    /// Sound after the last loud frame that belongs to the utterance: soft ends of words. Less if the utterance is ended
    /// in an earlier pause.
    public var postRoll: Duration = .milliseconds(250)

    /// Loud time within ``startWindow`` that makes a start; shorter sounds are clicks.
    public var startSpeech: Duration = .milliseconds(60)

    /// See ``startSpeech``; at most 640 ms.
    public var startWindow: Duration = .milliseconds(120)

    /// Decibels above the noise floor at which a frame begins to count as speech.
    public var startThreshold = 10.0

    /// Decibels above the noise floor below which a frame of an utterance counts as silence.
    public var endThreshold = 7.0

    /// Decibels from the loudest frame of an utterance to the softest that can belong to it, or begin another soon after.
    /// Without noise in the room the breath after a word would hold the utterance open.
    public var speechRange = 45.0

    /// Decibels below the loudest frame of an utterance from which on a sound that does not change is noise that came with
    /// it.
    public var steadyRange = 35.0

    /// Frames quieter than this are never speech, in dBFS: a quiet room has no speech however quiet it is. Low enough for
    /// a microphone that is set 40 dB too low.
    public var minimumLevel = -78.0

    /// The noise floor before anything was heard, in dBFS. A recording may begin with speech.
    public var expectedNoise = -65.0

    public init() {}
}
