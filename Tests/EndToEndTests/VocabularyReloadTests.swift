import Foundation
import TerminalFixtures
import Testing

extension EndToEnd {
    @Suite("voiceled with a vocabulary that is edited while it runs")
    struct VocabularyReloadTests {
        /// A grammar file that an editor changes.
        private final class EditedGrammar: Sendable {
            private let folder = FileManager.default.temporaryDirectory.appending(path: "voiceled-edit-\(UUID())")
            var path: String { folder.appending(path: "edited.gram").path }

            init(_ body: String) throws {
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
                try overwrite(body)
            }

            /// As `cat >` does it.
            func overwrite(_ body: String) throws {
                try Self.text(body).write(toFile: path, atomically: false, encoding: .utf8)
            }

            /// As editors do it that write a new file and rename it.
            func replace(_ body: String) throws {
                try Self.text(body).write(toFile: path, atomically: true, encoding: .utf8)
            }

            func replace(withFixture name: String) throws {
                let fixture = Place.fixtures.appending(path: "Broken/\(name).gram")
                try Data(contentsOf: fixture).write(to: URL(filePath: path), options: .atomic)
            }

            private static func text(_ body: String) -> String { "#JSGF V1.0;\ngrammar edited;\n\(body)\n" }

            deinit { try? FileManager.default.removeItem(at: folder) }
        }

        private static let red = "public <command> = red {led=lamp color=red};"
        private static let colors = """
            public <command> = <color>;
            <color> = red {led=lamp color=red} | green {led=lamp color=green} | blue {led=lamp color=blue};
            """

        @Test("listen takes up an edited grammar, refuses a broken or deadly one, and goes on obeying")
        func listening() async throws {
            let microphone = try await VirtualMicrophone()
            let grammar = try EditedGrammar(Self.red)
            let program = try Program(
                "voiceled", ["listen", "--mic", "pulse", "--port", "none", "--json", "--grammar", grammar.path],
                environment: microphone.environment)
            try await program.event("listening")

            func says(_ name: String, _ commands: [String]) async throws {
                try await microphone.speak(.named(name))
                let utterance = try await program.event("utterance")
                #expect(utterance.commands == commands, "heard \(utterance.text ?? "")")
            }
            func state() async throws -> JSONEvent {
                let change = try await program.event("vocabulary")
                #expect(change.grammar == grammar.path)
                return change
            }
            try await says("red.slt", ["LAMP RGB ff0000"])

            try grammar.overwrite(Self.colors)
            #expect(try await state().state == "loaded")
            try await says("green.rms", ["LAMP RGB 00ff00"])

            try grammar.replace(Self.colors + "\n<oops> = |;")
            let broken = try await state()
            #expect(broken.state == "refused")
            #expect(broken.reason?.hasPrefix("\(grammar.path):5:10: ") == true, "\(broken.reason ?? "")")
            try await says("blue.kal16", ["LAMP RGB 0000ff"])

            try grammar.replace(Self.red + "\n")
            #expect(try await state().state == "loaded")
            try await says("green.rms", [])

            try grammar.replace(withFixture: "optional-words")
            let deadly = try await state()
            #expect(deadly.state == "refused")
            #expect(
                deadly.reason
                    == "the decoder does not survive this vocabulary: it was not done after 10 s of processor time")
            try await says("red.slt", ["LAMP RGB ff0000"])

            program.signal(SIGINT)
            let ending = try await program.ended()
            #expect(ending.status == 130)
            #expect(ending.leftovers == [])
        }

        @Test("the fallback hears with the edited grammar too, and never with one that was refused")
        func fallback() async throws {
            let microphone = try await VirtualMicrophone()
            let grammar = try EditedGrammar(Self.red)
            let program = try Program(
                "voiceled",
                [
                    "listen", "--mic", "pulse", "--port", "none", "--json", "--grammar", grammar.path, "--rehearse",
                    "primary-dies:1",
                ], environment: microphone.environment)
            try await program.event("listening")

            func says(_ name: String, _ commands: [String]) async throws {
                try await microphone.speak(.named(name))
                let utterance = try await program.event("utterance")
                #expect(utterance.engine == "fallback")
                #expect(utterance.commands == commands, "heard \(utterance.text ?? utterance.reason ?? "")")
            }
            try await says("red.slt", ["LAMP RGB ff0000"])

            try grammar.overwrite(Self.colors)
            #expect(try await program.event("vocabulary").state == "loaded")
            try await says("green.rms", ["LAMP RGB 00ff00"])

            try grammar.replace(Self.colors + "\n<oops> = |;")
            #expect(try await program.event("vocabulary").state == "refused")
            let workers = program.workers
            #expect(workers.count == 2)
            for worker in workers { kill(worker, SIGKILL) }
            try await says("blue.kal16", ["LAMP RGB 0000ff"])

            program.signal(SIGINT)
            #expect(try await program.ended().leftovers == [])
        }

        @Test(
            "a trial that runs without end is ended with the program, however that ends",
            arguments: [SIGINT, SIGTERM, SIGKILL, SIGABRT])
        func trialWithoutParent(signal: Int32) async throws {
            let path = Place.fixtures.appending(path: "Broken/optional-words.gram").path
            let program = try Program(
                "voiceled", ["grammar", "check", path], environment: ["SWIFT_BACKTRACE": "enable=no"])
            try await program.startsRecognizer()
            program.signal(signal)
            _ = try await program.ended()
            // Left alone it would go on for ten seconds of processor time.
            #expect(try await program.workersThatStay(within: 5) == [])
        }

        @Test("listen takes up an edited dictionary, and shows in words what it refuses")
        func words() async throws {
            let microphone = try await VirtualMicrophone()
            let grammar = try EditedGrammar(Self.red)
            let folder = TemporaryFolder()
            let dictionary = folder.path + "/edited.dict"
            try "red B L UW\n".write(toFile: dictionary, atomically: false, encoding: .utf8)
            let terminal = PseudoTerminal(columns: 200)
            let program = try Program(
                "voiceled",
                ["listen", "--mic", "pulse", "--port", "none", "--grammar", grammar.path, "--dictionary", dictionary],
                environment: microphone.environment, terminal: terminal)
            #expect(await terminal.shows { $0.rows.contains { $0.hasPrefix("Listening to pulse") } })
            try "red R EH XX\n".write(toFile: dictionary, atomically: true, encoding: .utf8)
            #expect(
                await terminal.shows {
                    $0.rows.contains {
                        $0.contains("✗ the edited vocabulary is not used: \(dictionary):1: 'XX' is no sound")
                    }
                })
            try "red R EH D\n".write(toFile: dictionary, atomically: true, encoding: .utf8)
            #expect(
                await terminal.shows {
                    $0.rows.contains { $0.contains("✓ the vocabulary of \(grammar.path) is in use") }
                })
            try await microphone.speak(.named("red.slt"))
            #expect(await terminal.shows { $0.rows.contains { $0.contains("\"red\" → LAMP RGB ff0000") } })
            terminal.type("\u{3}")
            #expect(try await program.ended().status == 130)
        }

        @Test("repl understands and completes new words at once")
        func typing() async throws {
            let grammar = try EditedGrammar(Self.red)
            let terminal = PseudoTerminal(columns: 160)
            let program = try Program(
                "voiceled", ["repl", "--port", "none", "--grammar", grammar.path], terminal: terminal)
            #expect(await terminal.prompts())
            try grammar.replace("public <command> = violet {led=lamp color=blue};")
            #expect(await terminal.shows { $0.rows.contains { $0.contains("✓ the vocabulary of \(grammar.path)") } })
            terminal.type("vio\t")
            #expect(await terminal.shows { $0.currentRow == "> violet" })
            terminal.type("\r")
            #expect(await terminal.shows { $0.rows.contains { $0.contains("→ LAMP RGB 0000ff") } })
            #expect(await terminal.prompts())
            terminal.type("\u{4}")
            #expect(try await program.ended().status == 0)
        }

        @Test("grammar check has the decoder try a grammar that reads well")
        func check() async throws {
            let path = Place.fixtures.appending(path: "Broken/many-choices.gram").path
            let ending = try await Program("voiceled", ["grammar", "check", path]).ended()
            #expect(ending.status == 2)
            #expect(ending.errors.hasPrefix("voiceled: the decoder "), "\(ending.errors)")
            #expect(ending.errors.contains("make the grammar smaller"), "\(ending.errors)")
        }

        @Test("a model that kills the decoder is named before it does any harm, with the decoder's last words")
        func deadlyModel() async throws {
            let folder = TemporaryFolder()
            let english = "/usr/share/pocketsphinx/model/en-us/en-us"
            for name in try FileManager.default.contentsOfDirectory(atPath: english) where name != "mdef" {
                try FileManager.default.createSymbolicLink(
                    atPath: "\(folder.path)/\(name)", withDestinationPath: "\(english)/\(name)")
            }
            try FileManager.default.copyItem(
                at: Place.fixtures.appending(path: "Broken/models/endless.mdef"),
                to: URL(filePath: folder.path + "/mdef"))
            let ending = try await Program(
                "voiceled",
                ["replay", UtteranceFixture.named("red.slt").path, "--model", folder.path, "--port", "none"]
            ).ended()
            #expect(ending.status == 2)
            #expect(
                ending.errors.hasPrefix(
                    "voiceled: the decoder does not survive the acoustic model \(folder.path): it ended its process"),
                "\(ending.errors)")
            #expect(ending.errors.contains("\n    | calloc(-1,8) failed from bin_mdef.c"), "\(ending.errors)")
            #expect(ending.leftovers == [])
        }
    }
}
