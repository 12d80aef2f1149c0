public import Accuracy

/// What happens while a person and their room are listened to.
public enum CalibrationStep: Equatable, Sendable {
    /// The room is listened to for so long.
    case room(seconds: Double)
    /// This is to be said.
    case prompt(CalibrationPrompt)
    /// It was said, and this was heard.
    case took(CalibrationPrompt, Answer)
    /// It is to be said again.
    case retake(CalibrationPrompt, Useless)
    /// The same thing went wrong too often.
    case stuck(Useless)
    case over

    /// Why nothing can be learnt from an answer.
    public enum Useless: String, Equatable, Sendable {
        case silence = "nothing was heard"
        case tooQuiet = "that was too quiet"
        case clipped = "that was too loud: the sound is clipped"

        /// What to do about it.
        public var hint: String {
            switch self {
            case .silence: "see `voiceled mics` for other microphones, and whether this one is muted"
            case .tooQuiet: "come nearer, or raise the gain of the microphone, for example with alsamixer"
            case .clipped: "lower the gain of the microphone, for example with alsamixer"
            }
        }
    }
}
