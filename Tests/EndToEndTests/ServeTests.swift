import Foundation
import TerminalFixtures
import Testing

extension EndToEnd {
    @Suite("voiceled serve")
    struct ServeTests {
        @Test("starts a killed recogniser again, and takes it along when it ends itself")
        func killed() async throws {
            let program = try Program(
                "bash",
                [
                    "-c", "exec \"$0\" serve --recognizer tcp://127.0.0.1:0 2>&1",
                    Place.programs.appending(path: "voiceled").path,
                ])
            try await program.line { $0.hasPrefix("voiceled-recognizer: listening at tcp://127.0.0.1:") }
            let worker = try #require(program.workers.first)
            kill(worker, SIGKILL)
            try await program.line { $0.contains("the recogniser died (") && $0.hasSuffix("it is started again") }
            try await program.line { $0.hasPrefix("voiceled-recognizer: listening at tcp://127.0.0.1:") }
            program.signal(SIGTERM)
            let ending = try await program.ended()
            #expect(ending.leftovers == [])
        }

        @Test("leaves no recogniser behind when it is killed")
        func killedItself() async throws {
            let folder = TemporaryFolder()
            let program = try Program(
                "bash",
                [
                    "-c", "exec \"$0\" serve --recognizer \"unix://$1\" 2>&1",
                    Place.programs.appending(path: "voiceled").path, folder.path + "/ear",
                ])
            try await program.line { $0.hasPrefix("voiceled-recognizer: listening at unix://") }
            #expect(program.workers.count == 1)
            program.signal(SIGKILL)
            _ = try await program.ended()
            #expect(try await program.workersThatStay() == [])
        }

        @Test("refuses other computers unless it is told to serve them")
        func remote() async throws {
            let ending = try await Program("voiceled", ["serve", "--recognizer", "tcp://0.0.0.0:0"]).ended()
            #expect(ending.status == 2)
            #expect(ending.errors.contains("add --allow-remote if that is what you want"))
        }
    }
}
