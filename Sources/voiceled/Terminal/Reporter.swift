import Session

/// Tells a session's events to a person or to a program. Any thread may call it.
protocol Reporter: Sendable {
    func tell(_ event: SessionEvent)
}

/// One JSON object a line on standard output; what went wrong also in words on standard error.
struct JSONReporter: Reporter {
    func tell(_ event: SessionEvent) {
        if case .failure(let message, let hint) = event {
            Diagnostics.explain(message, hint: hint)
        }
        if let line = event.json() { Output.standard.line(line) }
    }
}
