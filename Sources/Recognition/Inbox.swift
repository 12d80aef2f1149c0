internal import RealtimeQueue
internal import Synchronization

/// What the recogniser's thread has to do, and the way to end it.
final class Inbox: Sendable {
    private struct State {
        var waiting: [Job] = []
        var current: Job?
        var isClosed = false
    }

    private let state = Mutex(State())
    private let signal = WakeSignal()

    /// - Returns: `false` after ``close()``.
    func put(_ job: Job) -> Bool {
        let isOpen = state.withLock { state in
            if !state.isClosed { state.waiting.append(job) }
            return !state.isClosed
        }
        signal.send()
        return isOpen
    }

    /// The next source to recognise; sleeps until there is one.
    ///
    /// - Returns: `nil` after ``close()``.
    func next() -> Job? {
        while true {
            let (job, isClosed) = state.withLock { state in
                state.current = state.waiting.isEmpty || state.isClosed ? nil : state.waiting.removeFirst()
                return (state.current, state.isClosed)
            }
            if isClosed { return nil }
            if let job { return job }
            signal.wait()
        }
    }

    /// Cancels the source being recognised, refuses those that wait, and lets the thread end.
    func close() {
        let (current, waiting) = state.withLock { state in
            state.isClosed = true
            defer { state.waiting = [] }
            return (state.current, state.waiting)
        }
        current?.cancel()
        for job in waiting { job.refuse() }
        signal.send()
    }
}
