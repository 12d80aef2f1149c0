import Glibc
import Session
import Synchronization

/// How far a measurement has come, on standard error: a line that is drawn over and over in a terminal, else a new line
/// every ten seconds. Any thread may call it.
final class ProgressLine: Sendable {
    private struct State {
        var lastShown: ContinuousClock.Instant?
        var isDrawn = false
    }

    private let state = Mutex(State())

    func show(_ progress: AccuracyProgress) {
        state.withLock { state in
            let now = ContinuousClock.now
            let pause: Duration = Output.error.isTerminal ? .milliseconds(100) : .seconds(10)
            let last = state.lastShown ?? now - (Output.error.isTerminal ? pause : .zero)
            if state.lastShown == nil { state.lastShown = last }
            guard now - last >= pause else { return }
            state.lastShown = now
            if Output.error.isTerminal {
                state.isDrawn = true
                Output.error.write("\r\u{1B}[K" + progress.words)
            } else {
                Diagnostics.line(progress.words)
            }
        }
    }

    /// Makes room for other lines.
    func clear() {
        state.withLock { state in
            guard state.isDrawn else { return }
            state.isDrawn = false
            Output.error.write("\r\u{1B}[K")
        }
    }
}

extension AccuracyProgress {
    fileprivate var words: String {
        let percent = totalSeconds > 0 ? Int(100 * seconds / totalSeconds) : 0
        let left = timeLeft.map { ", about \($0.forPeople) left" } ?? ""
        return "\(stage): \(clips) of \(totalClips) recordings, \(percent) %\(left)"
    }
}

extension Duration {
    /// As `1 min 20 s`.
    var forPeople: String {
        let seconds = Int((milliseconds / 1_000).rounded(.up))
        if seconds < 60 { return "\(seconds) s" }
        return seconds < 3_600
            ? "\(seconds / 60) min \(seconds % 60) s" : "\(seconds / 3_600) h \(seconds / 60 % 60) min"
    }
}
