import Synchronization

/// Counts what the pins of the simulated board do against one command at a time.
final class PinJudge: Sendable {
    private struct State {
        var light = ""
        var level = 0
        var isSeen = true
        var isResetting = false
        var endsReset = false
        var wanted: [String: Int] = [:]
        var shown: [String: Int] = [:]
        var before: [String: Int] = [:]
        var doubled = 0
        var wrong = 0
        var command = 0
        var surprises: [String] = []

        /// From now on every change counts, and every light must be as it was.
        mutating func endReset() {
            (isResetting, endsReset) = (false, false)
            for (light, level) in wanted where abs((shown[light] ?? 0) - level) > PinJudge.tolerance {
                wrong += 1
                note("\(light) stayed at \(shown[light] ?? 0) % after a reset")
            }
        }

        mutating func note(_ surprise: String) {
            guard surprises.count < PinJudge.mostSurprises else { return }
            surprises.append("under command \(command), \(light) \(level) %, \(surprise)")
        }
    }

    private static let mostSurprises = 5
    /// Percent; a duty cycle is measured.
    private static let tolerance = 4

    private let state = Mutex(State())

    var isResetting: Bool { state.withLock { $0.isResetting } }

    /// Changes to what a light showed before its last command.
    var doubled: Int { state.withLock { $0.doubled } }
    /// Changes to anything else that nobody asked for.
    var wrong: Int { state.withLock { $0.wrong } }

    /// The first few changes that nobody asked for, in words.
    var surprises: [String] { state.withLock { $0.surprises } }

    /// `light` shall now change to `level` percent.
    func expect(_ light: String, level: Int) {
        state.withLock { state in
            state.isResetting = false
            state.endsReset = false
            state.wanted[light] = level
            state.command += 1
            state.light = light
            state.level = level
            state.isSeen = false
            state.before[light] = state.shown[light] ?? 0
        }
    }

    /// The board is reset under this command: all lights go dark and come back.
    func expectReset() { state.withLock { $0.isResetting = true } }

    /// `light`, which takes part in nothing else, shall now change to `level`; with that the reset is over.
    ///
    /// A pin's changes reach the judge in order but late, so what the reset did is known once a change that was asked for
    /// after it is seen.
    func expectEndOfReset(_ light: String, level: Int, isLast: Bool) {
        state.withLock { state in
            state.light = light
            state.level = level
            state.isSeen = false
            state.endsReset = isLast
        }
    }

    func see(_ change: PinChange) {
        state.withLock { state in
            let level = change.on ? change.level : 0
            let isNear = { abs(level - $0) <= Self.tolerance }
            defer { state.shown[change.led] = level }
            if change.led == state.light, isNear(state.level) {
                state.isSeen = true
                if state.endsReset { state.endReset() }
            } else if !state.isResetting {
                if isNear(state.before[change.led] ?? 0) { state.doubled += 1 } else { state.wrong += 1 }
                state.note("\(change.led) went from \(state.shown[change.led] ?? 0) to \(level) %")
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
