/// What happens while phrases are recorded.
public enum RecordingStep: Equatable, Sendable {
    /// This is to be said.
    case prompt(CalibrationPrompt)
    /// It was said and is kept; this was heard.
    case took(CalibrationPrompt, text: String)
    /// It is to be said again.
    case useless(CalibrationPrompt, CalibrationStep.Useless)
    case skipped(CalibrationPrompt)
    /// The last recording is thrown away; its phrase is asked for again.
    case takenBack(CalibrationPrompt)
    /// The same thing went wrong too often.
    case stuck(CalibrationStep.Useless)
    /// The person has had enough; what was recorded is kept.
    case stopped
    case over
}

/// What a person can wish for meanwhile.
public enum RecordingWish: Equatable, Sendable {
    case retake
    case skip
    case stop

    /// By the first letter of a typed line.
    public init?(line: String) {
        switch line.drop(while: \.isWhitespace).first?.lowercased() {
        case "r": self = .retake
        case "s": self = .skip
        case "q": self = .stop
        default: return nil
        }
    }
}
