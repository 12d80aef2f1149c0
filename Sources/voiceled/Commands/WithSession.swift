import CommandLanguage
import SerialPort
import Session

/// Opens the board, runs `body` with a session on it until it is done or interrupted, and closes everything again.
///
/// - Parameter ear: what the session hears with; is closed at the end.
/// - Throws: ``ExitStatus`` when something was not obeyed, or after an interruption; else what `body` throws.
func withSession(
    _ grammar: Grammar, on port: PortChoice, baud: BaudRate? = nil, _ output: OutputOptions,
    ear: Ear? = nil, reporter: (any Reporter)? = nil,
    body: @escaping @Sendable (Session, Lights) async throws -> Void
) async throws {
    let reporter = reporter ?? output.reporter
    try await untilInterrupted {
        let lights: Lights
        do {
            lights = try await Lights.open(port, baud: baud)
        } catch {
            // Whatever it has started must have ended before this program does.
            await ear?.close()
            throw error
        }
        for note in lights.notes { reporter.tell(.warning(note)) }
        let session = Session(grammar: grammar, lights: lights, report: { reporter.tell($0) })
        let watch = Task { await lights.watch { reporter.tell($0) } }
        let earWatch = Task { if let ear { await session.watch(ear) } }
        let result: Result<Void, any Error>
        do {
            try await body(session, lights)
            result = .success(())
        } catch {
            result = .failure(error)
        }
        await ear?.close()
        await earWatch.value
        await lights.close()
        await watch.value
        await session.end()
        try result.get()
        if await !session.tally.isObeyed { throw ExitStatus.notObeyed }
    }
}

extension Tally {
    /// Whether the exit status may say that all is done.
    var isObeyed: Bool { obeyed > 0 && failedCommands == 0 || heard == 0 }
}
