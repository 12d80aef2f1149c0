import RealtimeQueue
import Synchronization

/// A thread that takes utterances and does nothing with them.
final class SampleTaker: Sendable {
    private struct State {
        var samples: [Int16]?
        var takenAt: HostTime?
        var isOver = false
    }

    private let state = Mutex(State())
    private let given = WakeSignal()
    private let taken = WakeSignal()

    init() {
        NamedThread.start("taking") { [self] _ in
            while !state.withLock(\.isOver) {
                given.wait()
                state.withLock { state in
                    if state.samples.take() != nil { state.takenAt = .now }
                }
                taken.send()
            }
        }
    }

    func stop() {
        state.withLock { $0.isOver = true }
        given.send()
    }

    /// - Returns: until the thread had them.
    func take(_ samples: [Int16]) -> Duration {
        let start = HostTime.now
        state.withLock { $0.samples = samples }
        given.send()
        while true {
            taken.wait()
            if let moment = state.withLock({ $0.takenAt.take() }) { return moment - start }
        }
    }
}
