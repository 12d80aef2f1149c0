import Glibc
import UnixSignals

/// Runs `body` until it is done or the user has had enough.
///
/// Ctrl-C or `SIGTERM` cancels `body`, which then closes what it opened; a second one ends the program at once.
///
/// - Throws: ``ExitStatus/interrupted`` or ``ExitStatus/terminated`` after a signal, else what `body` throws.
func untilInterrupted<Result: Sendable>(_ body: @escaping @Sendable () async throws -> Result) async throws -> Result {
    // Before the work: a signal that comes first would otherwise end the program in the middle of it.
    let signals = await UnixSignalsSequence(trapping: .sigint, .sigterm)
    let work = Task(operation: body)
    let watch = Task { () -> ExitStatus? in
        var received: ExitStatus?
        for await signal in signals {
            if let received { exit(received.rawValue) }
            received = signal == .sigterm ? .terminated : .interrupted
            work.cancel()
        }
        return received
    }
    let result = await work.result
    watch.cancel()
    if let status = await watch.value { throw status }
    return try result.get()
}
