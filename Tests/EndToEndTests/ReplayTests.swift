import Foundation
import TerminalFixtures
import Testing

extension EndToEnd {
    @Suite("voiceled replay")
    struct ReplayTests {
        /// What one run over all recordings decided, by file name.
        private static let replay = Task {
            let files = UtteranceFixture.all.map(\.path)
            // The first recogniser alone: not everybody has what the second needs.
            let program = try Program(
                "voiceled", ["replay", "--json", "--port", "none", "--no-second-opinion"] + files)
            let ending = try await program.ended()
            #expect(ending.status == 0, "\(ending.errors)")
            let utterances = ending.events.filter { $0.event == "utterance" }
            return Dictionary(grouping: utterances) { URL(filePath: $0.file ?? "").lastPathComponent }
        }

        @Test("obeys every recorded command, once and rightly", arguments: UtteranceFixture.commands)
        func command(fixture: UtteranceFixture) async throws {
            let decisions = try #require(try await Self.replay.value[fixture.file])
            #expect(decisions.map(\.commands) == [fixture.commands], "heard \(decisions.compactMap(\.text))")
            #expect(decisions.first?.accepted == true)
            #expect(decisions.first?.engine == "primary")
        }

        @Test("decides on everything else that is said, too")
        func others() async throws {
            let decisions = try await Self.replay.value
            var obeyed: [String] = []
            for fixture in UtteranceFixture.others {
                let mine = try #require(decisions[fixture.file], "\(fixture.file) has no decision")
                for decision in mine {
                    // Either it is obeyed, or there are words for why not.
                    #expect((decision.reason == nil) == decision.accepted)
                    if decision.accepted == true { obeyed.append("\(fixture.transcript) -> \(decision.text ?? "")") }
                }
            }
            print("\(obeyed.count) of \(UtteranceFixture.others.count) recordings without a command were obeyed:")
            for line in obeyed { print("  \(line)") }
        }

        @Test(
            "obeys nobody who tells what somebody did",
            arguments: [
                "and-then-he-turned-it-on.slt", "she-told-him-to-turn-off-light-one.awb",
                "i-wonder-who-turned-the-lights-on.awb", "the-lights-went-off-again.slt",
            ])
        func tale(name: String) async throws {
            let decisions = try #require(try await Self.replay.value["\(name).flac"], "nothing was heard")
            for decision in decisions { #expect(decision.accepted == false, "taken for \(decision.text ?? "")") }
        }

        @Test("says where in the recording an utterance begins and ends")
        func span() async throws {
            let decision = try #require(try await Self.replay.value["light-two-off.rms.flac"]?.first)
            let start = try #require(decision.start)
            let end = try #require(decision.end)
            #expect(0 <= start && start < end && end < 3)
        }

        @Test("draws a recording with its words, end-points and decision")
        func trace() async throws {
            let folder = TemporaryFolder()
            let picture = folder.path + "/trace.svg"
            let red = UtteranceFixture.named("light-two-off.rms").path
            let ending = try await Program("voiceled", ["replay", red, "--trace", picture]).ended()
            #expect(ending.status == 0, "\(ending.errors)")
            let svg = try String(contentsOfFile: picture, encoding: .utf8)
            for text in [">light<", ">two<", ">off<", ">speech<", "ended by ", "→ LED2 OFF"] {
                #expect(svg.contains(text), "\(text) is missing")
            }
        }

        @Test(
            "draws one recording at a time, from a file",
            arguments: [
                (["a.wav", "b.wav", "--trace", "t.svg"], "--trace draws one recording, not 2"),
                (["-", "--trace", "t.svg"], "--trace needs a recording in a file"),
                (["a.wav", "--trace", "t.jpg"], "--trace t.jpg: the name has to end in .svg or .png"),
            ])
        func wrongTrace(arguments: [String], message: String) async throws {
            let ending = try await Program("voiceled", ["replay"] + arguments).ended()
            #expect(ending.status == 2)
            #expect(ending.errors.contains(message), "\(ending.errors)")
        }

        @Test("ends with 1 if nothing was understood, and 0 if something was")
        func status() async throws {
            let silence = TemporaryFolder()
            try Recording.silence(seconds: 1).write(to: silence.path + "/silence.wav")
            let nothing = try Program("voiceled", ["replay", silence.path + "/silence.wav", "--json"])
            let ending = try await nothing.ended()
            #expect(ending.status == 1)
            #expect(ending.events.first { $0.event == "utterance" }?.reason == "no words were heard")

            let red = try Program("voiceled", ["replay", UtteranceFixture.named("red.slt").path])
            #expect(try await red.ended().status == 0)
        }

        @Test("lights the simulated board")
        func simulated() async throws {
            let program = try Program(
                "voiceled",
                ["replay", UtteranceFixture.named("light-one-on-and-lamp-red.slt").path, "--port", "sim", "--json"])
            let utterance = try await program.event("utterance")
            #expect(utterance.commands == ["LED1 ON", "LAMP RGB ff0000"])
            for command in ["LED1 ON", "LAMP RGB ff0000"] {
                let board = try await program.event("board") { $0.command == command }
                #expect(board.result == "ok")
            }
            try await program.event("led") { $0.led == "LED1" && $0.on == true }
            try await program.event("led") { $0.led == "LAMP" && $0.on == true }
            let ending = try await program.ended()
            #expect(ending.status == 0)
            #expect(ending.leftovers == [])
        }

        @Test("is done when whoever reads its output has had enough")
        func closedPipe() async throws {
            let files = UtteranceFixture.commands.prefix(10).map(\.path).joined(separator: " ")
            let program = Place.programs.appending(path: "voiceled").path
            let shell = try Program(
                "bash", ["-c", "'\(program)' replay --json --port none \(files) | head -1; echo ${PIPESTATUS[0]}"])
            let ending = try await shell.ended()
            #expect(ending.lines.count == 2)
            #expect(ending.lines.last == "0")
            #expect(ending.errors == "")
        }

        @Test("keeps the order of several recordings, and of --json's keys the contract")
        func contract() async throws {
            let files = ["red.slt", "all-off.slt"].map { UtteranceFixture.named($0).path }
            let program = try Program("voiceled", ["replay", "--json", "--port", "none"] + files)
            let ending = try await program.ended()
            #expect(ending.events.filter { $0.event == "utterance" }.map(\.file) == files)
            let line = try #require(ending.lines.first { $0.contains("\"utterance\"") })
            let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            let keys: Set = [
                "event", "at", "file", "start", "end", "text", "slots", "commands", "accepted", "confidence", "engine",
                "reason", "latency_ms",
            ]
            #expect(keys.subtracting(object.keys) == [])
        }
    }
}
