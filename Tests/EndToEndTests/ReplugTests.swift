import Foundation
import TerminalFixtures
import Testing

extension EndToEnd {
    @Suite("voiceled listen, while the board goes and comes back")
    struct ReplugTests {
        @Test("a board that is killed and started again gets its lights back, and what was said meanwhile")
        func replug() async throws {
            let folder = TemporaryFolder()
            let port = folder.path + "/board"
            let board = try Program("voiceled-board", ["--json", "--link", port], input: .open)
            try await board.event("ready")
            let microphone = try await VirtualMicrophone()
            let program = try Program(
                "voiceled", ["listen", "--mic", "pulse", "--port", port, "--json"], environment: microphone.environment)
            try await program.event("listening")
            try await microphone.speak(.named("light-two-on.slt"))
            #expect(try await program.event("board").result == "ok")

            board.signal(SIGKILL)
            let lost = try await program.event("link")
            #expect(lost.state == "lost")
            #expect(lost.message?.hasPrefix("\(port) was unplugged") == true, "\(lost.message ?? "")")
            #expect(lost.hint?.hasSuffix("commands wait 10 seconds for it") == true, "\(lost.hint ?? "")")
            try await microphone.speak(.named("red.awb"))
            #expect(try await program.event("utterance") { $0.text == "red" }.accepted == true)

            let second = try Program("voiceled-board", ["--json", "--link", port], input: .open)
            try await second.event("led") { $0.led == "LED2" && $0.on == true }
            try await second.event("led") { $0.led == "LAMP" && $0.color == "ff0000" }
            #expect(try await program.event("link").state == "restored")
            let kept = try await program.event("board")
            #expect(kept.command == "LAMP RGB ff0000")
            #expect(kept.result == "ok")
        }

        @Test("a command outlives the second and more that a bootloader takes")
        func bootloader() async throws {
            let folder = TemporaryFolder()
            let port = folder.path + "/board"
            let board = try Program("voiceled-board", ["--json", "--link", port], input: .open)
            try await board.event("ready")
            let program = try Program("voiceled", ["repl", "--port", port, "--json"], input: .open)
            await program.write("light one on\n")
            #expect(try await program.event("board").result == "ok")

            board.signal(SIGKILL)
            #expect(try await program.event("link").state == "lost")
            await program.write("light two on\n")
            let second = try Program("voiceled-board", ["--json", "--bootloader", "--link", port], input: .open)
            #expect(try await program.event("link").state == "restored")
            let kept = try await program.event("board")
            #expect(kept.command == "LED2 ON")
            #expect(kept.result == "ok")
            try await second.event("led") { $0.led == "LED1" && $0.on == true }
            try await second.event("led") { $0.led == "LED2" && $0.on == true }
        }
    }
}
