import Synchronization

/// What is being done now, on standard error: one line that changes in a terminal, else a new line for each stage.
/// Any thread may call it.
final class StepLine: Sendable {
    private let shown = Mutex("")

    func show(_ text: String) {
        shown.withLock { shown in
            if Output.error.isTerminal {
                shown = text
                Output.error.write("\r\u{1B}[K" + text)
            } else {
                let stage = String(text.prefix { $0 != ":" })
                guard stage != shown else { return }
                shown = stage
                Diagnostics.line(stage)
            }
        }
    }

    /// Makes room for other lines.
    func clear() {
        shown.withLock { shown in
            if Output.error.isTerminal, !shown.isEmpty { Output.error.write("\r\u{1B}[K") }
            shown = ""
        }
    }
}
