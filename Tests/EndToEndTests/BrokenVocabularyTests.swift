import Foundation
import TerminalFixtures
import Testing

extension EndToEnd {
    @Suite("voiceled with a vocabulary that is broken")
    struct BrokenVocabularyTests {
        private func run(_ arguments: [String], environment: [String: String] = [:]) async throws -> Program.Ending {
            let ending = try await Program("voiceled", arguments, environment: environment).ended()
            #expect(ending.status == 2)
            return ending
        }

        @Test("names file, line and column of a mistake in the grammar, for every command that uses it")
        func grammar() async throws {
            let folder = TemporaryFolder()
            let path = folder.path + "/broken.gram"
            try "#JSGF V1.0;\ngrammar broken;\npublic <a> = red | ;\n".write(
                toFile: path, atomically: false, encoding: .utf8)
            let red = UtteranceFixture.named("red.slt").path
            for arguments in [["send", "red"], ["replay", red], ["repl"]] {
                let ending = try await run(arguments + ["--grammar", path, "--port", "none"])
                #expect(ending.errors.contains("\(path):3:20: unexpected ';'"), "\(ending.errors)")
            }
            let check = try await run(["grammar", "check", path])
            #expect(check.errors.hasPrefix("\(path):3:20: "), "\(check.errors)")
        }

        @Test("says that a grammar is not there")
        func missingGrammar() async throws {
            let ending = try await run(["send", "red", "--grammar", "/nowhere/x.gram", "--port", "none"])
            #expect(
                ending.errors == """
                    voiceled: cannot read /nowhere/x.gram: No such file or directory
                        check its name and permissions

                    """)
        }

        @Test("names a word that no dictionary has, and where it stands")
        func unknownWord() async throws {
            let folder = TemporaryFolder()
            let path = folder.path + "/words.gram"
            try "#JSGF V1.0;\ngrammar words;\npublic <a> = red | blorptangle;\n"
                .write(toFile: path, atomically: false, encoding: .utf8)
            let ending = try await run(
                ["replay", UtteranceFixture.named("red.slt").path, "--grammar", path, "--port", "none"])
            #expect(ending.errors.contains("\(path):3:20: "), "\(ending.errors)")
            #expect(ending.errors.contains("blorptangle"), "\(ending.errors)")
        }

        @Test("says that there is no acoustic model, and which package has one")
        func missingModel() async throws {
            let ending = try await run(
                ["replay", UtteranceFixture.named("red.slt").path, "--model", "/nowhere", "--port", "none"])
            #expect(
                ending.errors == """
                    voiceled: cannot load the acoustic model /nowhere: No such file or directory (/nowhere/mdef)
                        install the English model with `sudo apt-get install pocketsphinx-en-us`

                    """)
        }

        @Test("says that the folder of models is not where the environment has it")
        func missingFolder() async throws {
            let ending = try await run(["send", "red", "--port", "none"], environment: ["VOICELED_MODELS": "/nowhere"])
            #expect(
                ending.errors == """
                    voiceled: VOICELED_MODELS is /nowhere, but /nowhere/en/commands.gram is not there
                        point it at the project's Models folder, or unset it

                    """)
        }
    }
}
