import Session
import Synchronization

/// Tells what `bench latency` finds, to a person or to a program. Any thread may call it.
struct LatencyReporter: Reporter {
    /// Sees what the session tells.
    private let watch: @Sendable (SessionEvent) -> Void
    private let json: Bool
    private let count: Int

    init(_ output: OutputOptions, of count: Int, watch: @escaping @Sendable (SessionEvent) -> Void) {
        json = output.json
        self.count = count
        self.watch = watch
    }

    /// Says what is wrong with figures of a microphone that somebody speaks into.
    static func warn(of microphone: String) {
        Diagnostics.explain(
            "with --mic \(microphone) only the program itself knows where a word ended: the figures flatter it",
            hint: "without --mic recordings are played, whose words end at a known moment")
    }

    func tell(_ event: SessionEvent) {
        watch(event)
        switch event {
        case .listening: if json, let line = event.json() { Output.standard.line(line) }
        case .warning(let message): explain(message, hint: nil)
        case .failure(let message, let hint): explain(message, hint: hint)
        default: break
        }
    }

    func tell(_ step: LatencyBench.Step) {
        switch step {
        case .progress(let done):
            // Nobody reads three seconds' progress in a log.
            if Output.error.isTerminal { StatusLine.show("\(done) of \(count.of("command"))") }
        case .measured(let times):
            if json { Output.standard.event("latency_command", times) }
        case .missed(let file, let reason): explain("\(file.map { $0 + ": " } ?? "")not measured: \(reason)", hint: nil)
        case .listening(let microphone):
            explain("listening to \(microphone): say \"on\" and \"off\" in turns", hint: nil)
        }
    }

    func tell(_ result: LatencyResult) {
        StatusLine.clear()
        if json {
            Output.standard.event("latency", result)
        } else {
            Output.standard.line(LatencyTable(.standard).describe(result) + "\n")
        }
    }

    private func explain(_ message: String, hint: String?) {
        StatusLine.clear()
        Diagnostics.explain(message, hint: hint)
    }
}
