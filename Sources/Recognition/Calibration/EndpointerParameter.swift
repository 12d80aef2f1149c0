public import Audio

/// What a user may change about where an utterance begins and ends, by its name in a ``Calibration``.
public enum EndpointerParameter: String, CaseIterable, Sendable {
    /// Silence that ends an utterance.
    case hangover = "hangover_ms"
    /// Silence that ends a sentence that is sure and finished.
    case sureSilence = "sure_silence_ms"
    /// Silence that ends a sentence that is sure and could go on.
    case openSilence = "open_silence_ms"
    /// Silence after which what was heard is decided, ahead of the end.
    case pause = "pause_ms"
    /// Sound before the first loud moment that belongs to the utterance.
    case preRoll = "pre_roll_ms"
    /// Sound after the last loud moment that belongs to the utterance.
    case postRoll = "post_roll_ms"
    /// The longest utterance.
    case longest = "longest_s"
    /// Decibels above the noise at which speech begins.
    case startThreshold = "start_threshold_db"
    /// Decibels above the noise below which it is silent.
    case endThreshold = "end_threshold_db"
    /// What is quieter than this is never speech, in decibels relative to full scale.
    case minimumLevel = "minimum_level_db"

    /// What can be set without the endpointer ceasing to be one.
    public var range: ClosedRange<Double> {
        switch self {
        case .hangover: 100...3_000
        case .sureSilence, .openSilence: 50...2_000
        case .pause: 50...2_000
        case .preRoll: 0...1_000
        case .postRoll: 0...1_000
        case .longest: 1...60
        case .startThreshold: 3...40
        case .endThreshold: 1...40
        case .minimumLevel: -96 ... -10
        }
    }

    /// - Parameter value: in the unit that the name carries.
    public func set(_ value: Double, in settings: inout EndpointerSettings) {
        switch self {
        case .hangover: settings.hangover = .milliseconds(value)
        case .sureSilence: settings.sureSilence = .milliseconds(value)
        case .openSilence: settings.openSilence = .milliseconds(value)
        case .pause: settings.pause = .milliseconds(value)
        case .preRoll: settings.preRoll = .milliseconds(value)
        case .postRoll: settings.postRoll = .milliseconds(value)
        case .longest: settings.maximumLength = .seconds(value)
        case .startThreshold: settings.startThreshold = value
        case .endThreshold: settings.endThreshold = value
        case .minimumLevel: settings.minimumLevel = value
        }
    }
}
