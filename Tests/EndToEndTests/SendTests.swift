import Testing

extension EndToEnd {
    @Suite("voiceled send")
    struct SendTests {
        @Test("ends with 0 when the board has obeyed")
        func obeyed() async throws {
            let program = try Program("voiceled", ["send", "light two on", "--port", "sim", "--json"])
            let utterance = try await program.event("utterance")
            #expect(utterance.engine == "typed")
            let board = try await program.event("board")
            #expect(board.command == "LED2 ON")
            #expect(board.result == "ok")
            #expect((board.attempts ?? 0) >= 1)
            let ending = try await program.ended()
            #expect(ending.status == 0)
            #expect(ending.leftovers == [])
        }

        @Test("joins its arguments to one sentence")
        func joined() async throws {
            let program = try Program("voiceled", ["send", "lamp", "red", "--port", "none", "--json"])
            #expect(try await program.event("utterance").commands == ["LAMP RGB ff0000"])
        }

        @Test("ends with 1 when nothing was understood, and says where it got stuck")
        func notUnderstood() async throws {
            let program = try Program("voiceled", ["send", "lamp coffee", "--port", "none", "--json"])
            let utterance = try await program.event("utterance")
            #expect(utterance.accepted == false)
            #expect(utterance.commands == [])
            #expect(utterance.reason?.hasPrefix("\"coffee\" cannot follow \"lamp\"; ") == true)
            #expect(try await program.ended().status == 1)
        }

        @Test("ends with 1 and the reason when the board has no such light")
        func impossible() async throws {
            let program = try Program("voiceled", ["send", "make light two red", "--port", "sim", "--json"])
            let utterance = try await program.event("utterance")
            #expect(utterance.accepted == false)
            #expect(utterance.reason?.contains("colour") == true, "\(utterance.reason ?? "")")
            #expect(try await program.ended().status == 1)
        }

        @Test(
            "ends with 2 after wrong use", arguments: [["send"], ["send", "red", "--prot", "sim"], ["sned", "red"]])
        func wrongUse(arguments: [String]) async throws {
            let program = try Program("voiceled", arguments)
            let ending = try await program.ended()
            #expect(ending.status == 2)
            #expect(ending.errors.hasPrefix("voiceled: "))
            #expect(ending.errors.contains("Usage: voiceled"))
        }

        @Test("does everything but the lights with --dry-run")
        func dryRun() async throws {
            let program = try Program("voiceled", ["send", "red", "--port", "/dev/voiceled-nowhere", "--dry-run"])
            let ending = try await program.ended()
            #expect(ending.status == 0)
            #expect(ending.lines == ["✓ \"red\" → LAMP RGB ff0000 (not sent)"])
        }
    }
}
