import Session

/// Lets a trace see what another reporter tells.
struct TracingReporter: Reporter {
    let reporter: any Reporter
    let trace: TraceRecorder

    func tell(_ event: SessionEvent) {
        trace.note(event)
        reporter.tell(event)
    }
}
