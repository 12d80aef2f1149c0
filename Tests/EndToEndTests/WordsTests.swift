import Foundation
import TerminalFixtures
import Testing

extension EndToEnd {
    @Suite("voiceled words")
    final class WordsTests {
        private let home = TemporaryFolder()
        private var environment: [String: String] { ["HOME": home.path] }
        private var phrases: String { home.path + "/.config/voiceled/words/commands-en/phrases.gram" }

        private func words(_ arguments: String...) async throws -> Program.Ending {
            try await Program("voiceled", ["words"] + arguments, environment: environment).ended()
        }

        private func send(_ text: String, _ more: String...) async throws -> [String] {
            let ending = try await Program(
                "voiceled", ["send", text, "--port", "none", "--json"] + more, environment: environment
            ).ended()
            return ending.events.filter { $0.event == "utterance" }.flatMap { $0.commands ?? [] }
        }

        @Test("add makes a phrase that send, replay and the recogniser obey; --no-own-words leaves it out")
        func adding() async throws {
            let recording = UtteranceFixture.named("movie-time.rms").path
            func replay(_ more: String...) async throws -> [String] {
                let ending = try await Program(
                    "voiceled", ["replay", recording, "--json"] + more, environment: environment
                ).ended()
                return ending.events.filter { $0.event == "utterance" }.flatMap { $0.commands ?? [] }
            }
            #expect(try await replay() == [])

            let added = try await words("add", "movie time", "--means", "color=blue level=20")
            #expect(added.status == 0, "\(added.errors)")
            #expect(added.lines.first == "  movie  M UW V IY  (the vocabulary's dictionary)")
            #expect(added.lines.contains("✓ \"movie time\" {color=blue level=20}  → LAMP RGB 0000ff, LAMP LEVEL 20"))
            #expect(added.lines.last == "Kept in \(phrases); a `listen` or `repl` that runs obeys it at once.")

            let blue = ["LAMP RGB 0000ff", "LAMP LEVEL 20"]
            #expect(try await send("Movie time!") == blue)
            #expect(try await send("movie time", "--no-own-words") == [])
            #expect(try await replay() == blue)
            #expect(try await replay("--no-own-words") == [])
        }

        @Test("a word that no dictionary has is heard by the sounds that espeak-ng proposes")
        func proposal() async throws {
            let added = try await words("add", "lumos", "--means", "led=1 power=on", "--json")
            #expect(added.status == 0, "\(added.errors)")
            #expect(added.lines.first?.contains(#""pronunciations":["L UW M OW Z"],"source":"proposed""#) == true)
            #expect(added.lines.last?.contains(#""state":"added""#) == true)
            let ending = try await Program(
                "voiceled", ["replay", UtteranceFixture.named("lumos.slt").path, "--json"], environment: environment
            ).ended()
            #expect(ending.events.first { $0.event == "utterance" }?.commands == ["LED1 ON"])
        }

        @Test("a running listen obeys a phrase as soon as it is added, and no more when it is undone")
        func live() async throws {
            let microphone = try await VirtualMicrophone()
            let program = try Program(
                "voiceled", ["listen", "--mic", "pulse", "--port", "none", "--json"],
                environment: microphone.environment.merging(environment) { $1 })
            try await program.event("listening")
            func says(_ commands: [String]) async throws {
                try await microphone.speak(.named("movie-time.rms"))
                let utterance = try await program.event("utterance")
                #expect(utterance.commands == commands, "heard \(utterance.text ?? utterance.reason ?? "")")
            }
            try await says([])
            #expect(try await words("add", "movie time", "--means", "color=blue").status == 0)
            #expect(try await program.event("vocabulary").state == "loaded")
            try await says(["LAMP RGB 0000ff"])
            #expect(try await words("undo").status == 0)
            #expect(try await program.event("vocabulary").state == "loaded")
            try await says([])
            program.signal(SIGINT)
            #expect(try await program.ended().status == 130)
        }

        @Test("a running repl understands a phrase at once, in Korean too")
        func typing() async throws {
            let terminal = PseudoTerminal(columns: 160)
            let program = try Program(
                "voiceled", ["repl", "--port", "none", "--language", "ko"], environment: environment,
                terminal: terminal)
            #expect(await terminal.prompts())
            let added = try await words("add", "영화 시간", "--language", "ko", "--means", "color=blue")
            #expect(added.status == 0, "\(added.errors)")
            #expect(await terminal.shows { $0.rows.contains { $0.contains("✓ the vocabulary of ") } })
            terminal.type("영화 시간\r")
            #expect(await terminal.shows { $0.rows.contains { $0.contains("→ LAMP RGB 0000ff") } })
            #expect(await terminal.prompts())
            terminal.type("\u{4}")
            #expect(try await program.ended().status == 0)
            // Of another vocabulary.
            #expect(!FileManager.default.fileExists(atPath: phrases))
        }

        @Test("asks about proposed sounds in a terminal: takes others, refuses what is none, and may be left")
        func asking() async throws {
            func add(_ answers: [String], _ check: (PseudoTerminal) async throws -> Void) async throws -> Int32 {
                let terminal = PseudoTerminal(columns: 160)
                let program = try Program(
                    "voiceled", ["words", "add", "lumos", "--means", "power=on"], environment: environment,
                    terminal: terminal)
                for answer in answers {
                    #expect(
                        await terminal.shows {
                            $0.currentRow.hasSuffix("or type others: ") || $0.currentRow.hasSuffix("or type others:")
                        })
                    terminal.type(answer)
                    try await check(terminal)
                }
                return try await program.ended().status
            }
            #expect(try await add(["\u{4}"]) { _ in } == 130)
            #expect(!FileManager.default.fileExists(atPath: phrases))
            let status = try await add(["L UW Q\r", "l uw1 m ah s\r"]) { terminal in
                #expect(
                    await terminal.shows { $0.rows.contains { $0.contains("'Q' is no sound that the model knows") } })
            }
            #expect(status == 0)
            let dictionary = try String(
                contentsOfFile: home.path + "/.config/voiceled/words/commands-en/phrases.dict", encoding: .utf8)
            #expect(dictionary.hasSuffix("\nlumos L UW M AH S\n"))
        }

        @Test("refuses what means something else, lets --force decide, and warns of what sounds alike")
        func conflicts() async throws {
            let taken = try await words("add", "movie night", "--means", "color=blue level=20")
            #expect(taken.status == 1)
            #expect(taken.errors.hasPrefix("voiceled: 'movie night' means {led=all power=off then led=lamp "))
            #expect(taken.errors.contains("--force lets yours count instead"))
            let forced = try await words("add", "movie night", "--means", "color=blue level=20", "--force")
            #expect(forced.status == 0, "\(forced.errors)")
            #expect(try await send("movie night") == ["LAMP RGB 0000ff", "LAMP LEVEL 20"])

            let same = try await words("add", "read", "--means", "power=on")
            #expect(same.status == 1)
            #expect(same.errors.hasPrefix("voiceled: 'read' sounds the same as 'red', which means {color=red}"))
            let near = try await words("add", "movie light", "--means", "power=on", "--dry-run")
            #expect(near.status == 0)
            #expect(near.lines.contains { $0.contains("\"movie light\" sounds like \"movie night\", which means {") })
            #expect(near.lines.last?.hasSuffix("would do; nothing was written") == true)
            #expect(
                try await words("add", "All off.", "--means", "power=off").lines.last?.hasSuffix(
                    "is understood already; nothing was changed") == true)
            #expect(try await words("list").lines.first?.hasPrefix("\"movie night\" {color=blue level=20}") == true)
        }

        @Test("list, remove and undo; what is no phrase of one's own stays")
        func removing() async throws {
            #expect(try await words("list").lines.first?.hasPrefix("There are no phrases of your own") == true)
            #expect(try await words("undo").status == 2)
            _ = try await words(
                "add", "good night", "--means", "led=lamp color=blue then led=all power=off")
            #expect(try await send("good night") == ["LAMP RGB 0000ff", "ALL OFF"])
            let red = try await words("remove", "red")
            #expect(red.status == 2)
            #expect(red.errors.hasPrefix("voiceled: 'red' belongs to a rule that is more than one phrase"))
            #expect(try await words("remove", "good evening").errors.contains("'good evening' is none of your phrases"))
            #expect(
                try await words("remove", "Good night").lines == [
                    "✓ \"good night\" {led=lamp color=blue then led=all power=off}  → LAMP RGB 0000ff, ALL OFF is removed"
                ])
            #expect(try await send("good night") == [])
            #expect(try await words("undo").lines.last?.hasPrefix("✓ back to 1 phrase") == true)
            #expect(try await send("good night") == ["LAMP RGB 0000ff", "ALL OFF"])
        }

        @Test("a broken file of phrases is named by every program, with its line")
        func broken() async throws {
            _ = try await words("add", "good night", "--means", "power=off")
            try "#JSGF V1.0;\ngrammar phrases;\npublic <a> = ;\n".write(
                toFile: phrases, atomically: true, encoding: .utf8)
            let program = try await Program(
                "voiceled", ["send", "red", "--port", "none"], environment: environment
            ).ended()
            #expect(program.status == 2)
            #expect(program.errors.hasPrefix("voiceled: \(phrases):3:14: "), "\(program.errors)")
            #expect(try await words("undo").status == 0)
            #expect(try await send("red") == ["LAMP RGB ff0000"])
        }

        @Test(
            "says what is wrong, and how to do it right",
            arguments: [
                (["add", "movie time"], "Missing expected argument '--means <slots>'"),
                (["add", "movie time", "--means", "color=bleu"], "color=bleu is no colour that is known"),
                (["add", "movie 2", "--means", "power=on"], "the digit 2 cannot be heard"),
                (["add", "불", "--means", "power=on"], "is no letter of English"),
                (["add", "lumos", "--says", "L UW Q", "--means", "power=on"], "'Q' is no sound"),
                (
                    ["add", "movie time", "--says", "L", "--means", "power=on"],
                    "it is not clear which word --says is about"
                ),
                (
                    ["add", "불", "--language", "ko", "--says", "P UW L", "--means", "power=on"],
                    "--says: the words of commands are only typed"
                ),
                (
                    ["add", "movie time", "--grammar", "/nowhere.gram", "--means", "power=on"],
                    "cannot read /nowhere.gram"
                ),
            ])
        func mistakes(arguments: [String], message: String) async throws {
            let ending = try await Program("voiceled", ["words"] + arguments, environment: environment).ended()
            #expect(ending.status == 2)
            #expect(ending.errors.contains(message), "\(ending.errors)")
            #expect(!FileManager.default.fileExists(atPath: phrases))
        }

        @Test("without espeak-ng says what to install, and takes --says")
        func withoutEspeak() async throws {
            let path = ["PATH": "/nowhere"].merging(environment) { $1 }
            func add(_ more: String...) async throws -> Program.Ending {
                try await Program(
                    "voiceled", ["words", "add", "lumos", "--means", "power=on", "--dry-run"] + more, environment: path
                ).ended()
            }
            let without = try await add()
            #expect(without.status == 2)
            #expect(without.errors.contains("sudo apt-get install espeak-ng"), "\(without.errors)")
        }
    }
}
