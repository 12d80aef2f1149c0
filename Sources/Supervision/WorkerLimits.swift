/// How long a worker may take for what it does, and how much memory it may keep.
public struct WorkerLimits: Sendable, Equatable {
    /// From its start until it says that it is ready.
    public var start = Duration.seconds(15)

    /// What an utterance may take beside its own length: reading it, and a machine that is busy with something else.
    public var work = Duration.seconds(1)

    /// How many times as long as an utterance lasts a worker may think about it.
    public var workPerSecond = 2.0

    /// After this time without work a worker is asked for a sign of life.
    public var idle = Duration.seconds(10)

    /// Until that sign must have come.
    public var ping = Duration.seconds(1)

    /// Bytes in memory beyond which a worker is replaced, between two utterances; `nil` for no limit.
    public var memory: Int? = 512 << 20

    public init() {}

    /// The time that a worker has for an utterance: ``work`` plus ``workPerSecond`` times its length.
    public func deadline(for length: Duration) -> Duration { work + length * workPerSecond }
}
