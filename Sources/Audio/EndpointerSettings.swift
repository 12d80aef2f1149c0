/// What counts as speech and how long silence must last to end it.
public struct EndpointerSettings: Equatable, Sendable {
    /// Silence that ends an utterance.
    public var hangover: Duration = .milliseconds(380)

    /// Silence that ends an utterance of which the caller says that nothing need follow; see
    /// ``Endpointer/process(_:mayEndEarly:)``.
    public var earlyHangover: Duration = .milliseconds(380)

    /// Longest utterance; it is ended there even if the speaker goes on.
    public var maximumLength: Duration = .seconds(15)

    /// Sound before the first loud frame that belongs to the utterance: soft beginnings of words ("f", "s", "th").
    public var preRoll: Duration = .milliseconds(250)

    /// Sound after the last loud frame that belongs to the utterance: soft ends of words.
    public var postRoll: Duration = .milliseconds(150)

    /// Loud time within ``startWindow`` that makes a start; shorter sounds are clicks.
    public var startSpeech: Duration = .milliseconds(60)

    /// See ``startSpeech``.
    public var startWindow: Duration = .milliseconds(120)

    /// Decibels above the noise floor at which a frame begins to count as speech.
    public var startThreshold = 10.0

    /// Decibels above the noise floor below which a frame of an utterance counts as silence.
    public var endThreshold = 7.0

    /// Frames quieter than this are never speech, in dBFS: a quiet room has no speech however quiet it is.
    public var minimumLevel = -58.0

    public init() {}
}
