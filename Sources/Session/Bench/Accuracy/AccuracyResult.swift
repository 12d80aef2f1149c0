public import Accuracy

/// What `bench accuracy` found, whole or as far as it came.
public struct AccuracyResult: Sendable {
    public internal(set) var accuracies: [AccuracyScore] = []
    public internal(set) var falseAccepts: [FalseAccepts] = []
    /// Recordings that could not be heard to their end; they count nowhere.
    public internal(set) var problems: [ManifestError.Problem] = []
    /// Recordings heard and to be heard, each once for every condition.
    public internal(set) var clips = 0
    public internal(set) var totalClips = 0
    /// Length of what was heard.
    public internal(set) var seconds = 0.0
    public internal(set) var elapsed = Duration.zero
    /// Processor time of everything: reading, mixing, endpointing, decoding, deciding.
    public internal(set) var processorTime = Duration.zero

    /// Processor time for a second of sound.
    public var realTimeFactor: Double { seconds > 0 ? processorTime.milliseconds / 1_000 / seconds : 0 }

    public var isComplete: Bool { clips + problems.count >= totalClips }
}
