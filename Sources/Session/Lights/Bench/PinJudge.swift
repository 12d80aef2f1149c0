import Synchronization

/// Counts what the pins of the simulated board do against one command at a time.
final class PinJudge: Sendable {
    private struct State {
        var light = ""
        var level = 0
        var isSeen = true
        var isResetting = false
        var shown: [String: Int] = [:]
        var before: [String: Int] = [:]
        var doubled = 0
        var wrong = 0
    }

    private let state = Mutex(State())

    /// Changes to what a light showed before its last command.
    var doubled: Int { state.withLock { $0.doubled } }
    /// Changes to anything else that nobody asked for.
    var wrong: Int { state.withLock { $0.wrong } }

    /// `light` shall now change to `level` percent.
    func expect(_ light: String, level: Int) {
        state.withLock { state in
            state.isResetting = false
            state.light = light
            state.level = level
            state.isSeen = false
            state.before[light] = state.shown[light] ?? 0
        }
    }

    /// The board is reset under this command: all lights go dark and come back.
    func expectReset() { state.withLock { $0.isResetting = true } }

    func see(_ change: PinChange) {
        state.withLock { state in
            let level = change.on ? change.level : 0
            let isNear = { abs(level - $0) <= 4 }
            defer { state.shown[change.led] = level }
            if change.led == state.light, isNear(state.level) {
                state.isSeen = true
            } else if !state.isResetting {
                if isNear(state.before[change.led] ?? 0) { state.doubled += 1 } else { state.wrong += 1 }
            } else if change.led == state.light {
                state.isSeen = false
            }
        }
    }

    /// Waits up to a second until the pin shows the command.
    func settles() async -> Bool {
        let deadline = ContinuousClock.now + .seconds(1)
        while !state.withLock({ $0.isSeen }) {
            guard ContinuousClock.now < deadline, !Task.isCancelled else { return false }
            try? await Task.sleep(for: .milliseconds(1))
        }
        return true
    }
}
