import Foundation
import TerminalFixtures
import Testing

extension EndToEnd {
    @Suite("voiceled listen")
    struct ListenTests {
        @Test("a spoken word lights the LED's pin")
        func wholeWay() async throws {
            let microphone = try await VirtualMicrophone()
            let program = try Program(
                "voiceled", ["listen", "--mic", "pulse", "--port", "sim", "--json"], environment: microphone.environment
            )
            try await program.event("listening")

            for (name, command, led, isOn) in [
                ("light-two-on.slt", "LED2 ON", "LED2", true), ("red.awb", "LAMP RGB ff0000", "LAMP", true),
                ("light-two-off.rms", "LED2 OFF", "LED2", false),
            ] {
                try await microphone.speak(.named(name))
                let utterance = try await program.event("utterance")
                #expect(utterance.mic == "pulse")
                #expect(utterance.commands == [command], "heard \(utterance.text ?? "")")
                let board = try await program.event("board")
                #expect(board.command == command)
                #expect(board.result == "ok")
                let pin = try await program.event("led") { $0.led == led && $0.on == isOn }
                #expect(pin.at > utterance.at - 1)
            }

            program.signal(SIGINT)
            let ending = try await program.ended()
            #expect(ending.status == 130)
            #expect(ending.leftovers == [])
        }

        @Test("a microphone that is unplugged ends it with words that say so")
        func unplugged() async throws {
            let microphone = try await VirtualMicrophone()
            let program = try Program(
                "voiceled", ["listen", "--mic", "pulse", "--port", "none", "--json"],
                environment: microphone.environment)
            try await program.event("listening")
            try await microphone.unplug()
            let ending = try await program.ended()
            #expect(ending.status == 2)
            #expect(ending.errors.hasPrefix("voiceled: microphone \"pulse\": "), "\(ending.errors)")
            #expect(ending.errors.contains("plug"), "\(ending.errors)")
        }

        @Test("Ctrl-C in a terminal ends it, restores the terminal and leaves nothing behind")
        func interrupted() async throws {
            let microphone = try await VirtualMicrophone()
            let terminal = PseudoTerminal(columns: 80)
            let before = terminal.settings
            let program = try Program(
                "voiceled", ["listen", "--mic", "pulse", "--port", "sim"], environment: microphone.environment,
                terminal: terminal)
            #expect(await terminal.shows { $0.rows.contains { $0.hasPrefix("Listening to pulse") } })
            try await microphone.speak(.named("all-on.rms"))
            #expect(await terminal.shows { $0.rows.contains { $0.contains("\"all on\" → ALL ON") } })
            terminal.type("\u{3}")
            let ending = try await program.ended()
            #expect(ending.status == 130)
            #expect(ending.leftovers == [])
            #expect(terminal.settings == before)
        }

        @Test("a microphone that does not exist is named, and how to find the ones that do")
        func noMicrophone() async throws {
            let program = try Program("voiceled", ["listen", "--mic", "hw:9", "--port", "none"])
            let ending = try await program.ended()
            #expect(ending.status == 2)
            #expect(ending.errors.hasPrefix("voiceled: microphone \"hw:9\": "), "\(ending.errors)")
            #expect(ending.errors.contains("voiceled mics"), "\(ending.errors)")
        }
    }
}
