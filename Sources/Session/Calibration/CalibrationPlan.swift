/// What a calibration is to learn from, and for which aim.
public struct CalibrationPlan: Sendable {
    public enum Phrases: Equatable, Sendable {
        /// A list of recordings and what is said in them.
        case manifest(String)
        /// These are said into the microphone, each so many times.
        case spoken([String], times: Int)
    }

    public enum Room: Equatable, Sendable {
        /// Recordings, or lists of recordings, in which nobody gives a command.
        case recordings([String])
        /// The microphone is listened to for so many seconds.
        case heard(seconds: Double)
    }

    public var phrases: Phrases
    public var room: Room
    /// False accepts an hour that are tolerated.
    public var limit: Double
    /// ALSA name of the microphone.
    public var microphone: String

    public init(phrases: Phrases, room: Room, limit: Double, microphone: String = "default") {
        self.phrases = phrases
        self.room = room
        self.limit = limit
        self.microphone = microphone
    }
}
