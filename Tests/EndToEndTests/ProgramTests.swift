import Foundation
import TerminalFixtures
import Testing

@Suite("A program under test")
struct ProgramTests {
    @Test("is killed when it is let go of, and what it started with it")
    func killed() async throws {
        let folder = TemporaryFolder()
        let pipe = folder.path + "/pipe"
        mkfifo(pipe, 0o600)
        let readEnd = open(pipe, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        defer { close(readEnd) }
        do {
            let program = try Program("bash", ["-c", "exec 3>'\(pipe)'; sleep 1000 & echo started; sleep 1000"])
            try await program.line { $0 == "started" }
        }
        // The pipe hangs up when the last of them is gone.
        var request = pollfd(fd: readEnd, events: Int16(POLLIN), revents: 0)
        #expect(poll(&request, 1, 20_000) == 1)
        #expect(request.revents == Int16(POLLHUP))
    }

    @Test("tells how it ended")
    func status() async throws {
        #expect(try await Program("bash", ["-c", "exit 7"]).ended().status == 7)
        #expect(try await Program("bash", ["-c", "kill -TERM $$"]).ended().status == -SIGTERM)
    }

    @Test("gives the lines that nobody asked for at its end, and those asked for in any order before")
    func lines() async throws {
        let program = try Program("bash", ["-c", "echo one; echo two; echo three >&2; echo four"])
        #expect(try await program.line { $0 == "two" } == "two")
        #expect(try await program.line { $0 == "one" } == "one")
        let ending = try await program.ended()
        #expect(ending.lines == ["four"])
        #expect(ending.errors == "three\n")
    }
}
