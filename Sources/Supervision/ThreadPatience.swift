/// How long a thread of this program may be at one piece of work before it counts as hanging.
///
/// The time in which it was ready to go on while others had the processor is no fault of its own: on a busy machine a
/// thread may need many times as long as it computes. One that hangs in a wait stands in no line, so its time counts.
public struct ThreadPatience: Sendable, Equatable {
    /// What it may compute, or spend with waiting for anything but a processor.
    public let limit: Duration

    /// How many times as long it may take where nobody knows how long it stood in line.
    public static let leeway = 10

    public init(limit: Duration) { self.limit = limit }

    /// - Parameters:
    ///   - watched: for how long it has been seen at its work.
    ///   - computed: for how long it has had a processor since then.
    ///   - queued: for how long it has stood in line for one since then; `nil` if that is not known.
    public func isOver(watched: Duration, computed: Duration, queued: Duration?) -> Bool {
        if computed > limit { return true }
        guard let queued else { return watched > limit * Self.leeway }
        return watched - queued > limit
    }
}
