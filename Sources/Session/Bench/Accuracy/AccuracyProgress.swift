/// How far a measurement has come.
public struct AccuracyProgress: Sendable {
    /// What is being heard: the list and its condition.
    public let stage: String
    public let clips: Int
    public let totalClips: Int
    /// Seconds of sound, as far as the headers tell.
    public let seconds: Double
    public let totalSeconds: Double
    public let elapsed: Duration

    /// How much longer it will take, if it goes on as it did; `nil` before anything was heard.
    public var timeLeft: Duration? {
        guard seconds > 0 else { return nil }
        return elapsed * ((totalSeconds - seconds) / seconds)
    }
}
