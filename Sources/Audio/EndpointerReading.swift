/// What an ``Endpointer`` made of one frame. Levels are in decibels relative to full scale, as it measures them.
public struct EndpointerReading: Equatable, Sendable {
    public let level: Double
    /// The noise floor.
    public let floor: Double
    /// What is louder counts as speech.
    public let threshold: Double
    /// Whether the frame counted as speech.
    public let isLoud: Bool
    /// Whether an utterance was open after the frame.
    public let isInSpeech: Bool
    /// Whether the speaker was silent for a moment then.
    public let isInPause: Bool

    init(
        level: Double = Level.silence, floor: Double = Level.silence, threshold: Double = Level.silence,
        isLoud: Bool = false, isInSpeech: Bool = false, isInPause: Bool = false
    ) {
        self.level = level
        self.floor = floor
        self.threshold = threshold
        self.isLoud = isLoud
        self.isInSpeech = isInSpeech
        self.isInPause = isInPause
    }
}
