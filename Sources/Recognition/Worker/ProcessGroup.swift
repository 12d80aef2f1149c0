internal import Glibc
internal import Synchronization

/// The processes of one worker, which are killed together. Never kills a number that may by now be somebody else's.
final class ProcessGroup: Sendable {
    private struct State {
        var leader: pid_t?
        var isEnded = false
    }

    private let state = Mutex(State())

    /// The process that leads the group, while it runs.
    var leader: pid_t? { state.withLock(\.leader) }

    /// To be called when the leader has been started. What was to be ended before is killed now.
    func begin(_ leader: pid_t) {
        state.withLock { state in
            state.leader = leader
            if state.isEnded { kill(-leader, SIGKILL) }
        }
    }

    func end() {
        state.withLock { state in
            if let leader = state.leader { kill(-leader, SIGKILL) }
            state.isEnded = true
        }
    }

    /// Kills what is left, and forgets the number: it is free after this.
    func close() {
        end()
        state.withLock { $0.leader = nil }
    }
}
