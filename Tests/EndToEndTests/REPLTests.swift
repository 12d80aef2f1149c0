import Foundation
import TerminalFixtures
import Testing

extension EndToEnd {
    @Suite("voiceled repl")
    struct REPLTests {
        @Test("obeys typed lines in a terminal, and finds them again with the up-arrow")
        func typed() async throws {
            let home = TemporaryFolder()
            let terminal = PseudoTerminal(columns: 120)
            let before = terminal.settings
            let program = try Program(
                "voiceled", ["repl", "--port", "sim"], environment: ["HOME": home.path], terminal: terminal)
            #expect(await terminal.prompts())
            terminal.type("light two on\r")
            #expect(await terminal.shows { $0.rows.contains { $0.contains("✓ \"light two on\" → LED2 ON") } })
            #expect(await terminal.prompts())
            terminal.type("\u{1B}[A\u{7F}\u{7F}off\r")
            #expect(await terminal.shows { $0.rows.contains { $0.contains("✓ \"light two off\" → LED2 OFF") } })
            #expect(await terminal.prompts())
            terminal.type("\u{4}")
            let ending = try await program.ended()
            #expect(ending.status == 0)
            #expect(ending.leftovers == [])
            #expect(terminal.settings == before)

            let history = try String(contentsOfFile: home.path + "/.local/state/voiceled/history", encoding: .utf8)
            #expect(history == "light two on\nlight two off\n")
        }

        @Test("completes words from the grammar, and lists what may come next")
        func completion() async throws {
            let terminal = PseudoTerminal(columns: 120)
            let program = try Program("voiceled", ["repl", "--port", "none"], terminal: terminal)
            #expect(await terminal.prompts())
            terminal.type("make everyt\t")
            #expect(await terminal.shows { $0.currentRow == "> make everything" })
            terminal.type("bl\t")
            #expect(await terminal.shows { $0.currentRow.hasPrefix("> make everything bl") })
            terminal.type("\t")
            #expect(
                await terminal.shows { $0.rows.dropLast().contains { $0.contains("blink") && $0.contains("blue") } })
            terminal.type("ue\r")
            #expect(await terminal.shows { $0.rows.contains { $0.contains("→ LAMP RGB 0000ff") } })
            program.signal(SIGTERM)
            #expect(try await program.ended().status == 143)
        }

        @Test("says where a sentence got stuck, and what could have stood there")
        func stuck() async throws {
            let terminal = PseudoTerminal(columns: 200)
            let program = try Program("voiceled", ["repl", "--port", "none"], terminal: terminal)
            #expect(await terminal.prompts())
            terminal.type("light two coffee\r")
            #expect(
                await terminal.shows {
                    $0.rows.contains { $0.contains("\"coffee\" cannot follow \"light two\"") && $0.contains(" could") }
                })
            #expect(await terminal.prompts())
            terminal.type("\u{4}")
            #expect(try await program.ended().status == 1)
        }

        @Test(
            "Ctrl-C ends it, also in the middle of a line, and the terminal is as it was", arguments: ["", "light t"])
        func interrupted(typed: String) async throws {
            let terminal = PseudoTerminal(columns: 120)
            let before = terminal.settings
            let program = try Program("voiceled", ["repl", "--port", "sim"], terminal: terminal)
            #expect(await terminal.prompts())
            terminal.type(typed)
            #expect(await terminal.shows { $0.currentRow == ("> " + typed).trimmingCharacters(in: .whitespaces) })
            terminal.type("\u{3}")
            let ending = try await program.ended()
            #expect(ending.status == 130)
            #expect(ending.leftovers == [])
            #expect(terminal.settings == before)
        }

        @Test("restores the terminal when it is told to end in the middle of a line")
        func terminated() async throws {
            let terminal = PseudoTerminal(columns: 120)
            let before = terminal.settings
            let program = try Program("voiceled", ["repl", "--port", "none"], terminal: terminal)
            #expect(await terminal.prompts())
            terminal.type("light t")
            #expect(await terminal.shows { $0.currentRow == "> light t" })
            program.signal(SIGTERM)
            #expect(try await program.ended().status == 143)
            #expect(terminal.settings == before)
        }

        @Test("takes Korean as it is typed")
        func korean() async throws {
            let terminal = PseudoTerminal(columns: 120)
            let program = try Program("voiceled", ["repl", "--language", "ko", "--port", "none"], terminal: terminal)
            #expect(await terminal.prompts())
            terminal.type("1번 불 켜 줘\r")
            #expect(await terminal.shows { $0.rows.contains { $0.contains("✓ \"1번 불 켜 줘\" → LED1 ON") } })
            #expect(await terminal.prompts())
            terminal.type("\u{4}")
            #expect(try await program.ended().status == 0)
        }

        @Test("reads lines from a pipe as they come, without prompt or escape codes")
        func pipe() async throws {
            let program = try Program("voiceled", ["repl", "--port", "none"], input: .open)
            await program.write("red\r\n")
            #expect(try await program.line() == "✓ \"red\" → LAMP RGB ff0000 (not sent)")
            await program.write("all off")
            await program.closeInput()
            let ending = try await program.ended()
            #expect(ending.lines == ["✓ \"all off\" → ALL OFF (not sent)"])
            #expect(ending.status == 0)
            #expect(ending.errors == "")
        }
    }
}
