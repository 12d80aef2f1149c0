import Glibc
import Recognition
import Testing

@testable import Session

@Suite("IsolationError")
struct IsolationErrorTests {
    /// As `voiceled` does: who writes to a program that has gone is told so, and not killed.
    init() { signal(SIGPIPE, SIG_IGN) }

    @Test("a program that is not there is named")
    func cannotStart() {
        let error = #expect(throws: IsolationError.self) { _ = try SpawnedProgram("/nowhere/program", []) }
        #expect(error?.description == "cannot start /nowhere/program: No such file or directory")
        #expect(error?.hint == nil)
    }

    @Test("a recogniser that is not there is said to be silent, and why")
    func noWorker() async {
        let worker = WorkerSide(
            utterances: [IsolationUtterance(samples: [1, 2, 3])],
            program: WorkerProgram(path: "/nowhere/recogniser", arguments: []))
        let error = await #expect(throws: IsolationError.self) { _ = try await worker.creation() }
        #expect(
            error?.description.hasPrefix(
                "the recogniser's process does not answer: there is no fallback: its program cannot be run") == true,
            "\(error?.description ?? "")")
        #expect(error?.hint == "is voiceled-recognizer beside voiceled, and does voiceled replay work?")
    }
}
