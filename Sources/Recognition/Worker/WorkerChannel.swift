/// The two-way stream of bytes between this program and one worker.
protocol WorkerChannel: AnyObject, Sendable {
    /// What the worker says; finishes when it says no more. For one reader.
    var incoming: AsyncStream<[UInt8]> { get }

    /// Bytes that the worker keeps in memory, if that can be known.
    var memory: Int? { get }

    /// How long its threads have stood in line for a processor since it began, if that can be known.
    var queued: Duration? { get }

    /// Writes behind what was sent before; returns at once.
    func send(_ bytes: [UInt8])

    /// Ends the worker, or the connection to one that is not ours. What was sent and not yet read is lost.
    func end()

    /// Waits for the end, and tells why it came.
    func reason() async -> WorkerEnd
}
