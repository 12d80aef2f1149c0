import Foundation
import TerminalFixtures
import Testing

extension EndToEnd {
    @Suite("Sound that is not as it should be")
    struct RobustnessTests {
        private static let commands = ["light-two-off.rms", "red.slt"].map {
            UtteranceFixture.named($0)
        }

        /// What one run decided on every altered command, by file name.
        private static let replay = Task {
            let folder = TemporaryFolder()
            var files: [String] = []
            for alteration in Alteration.allCases {
                for fixture in commands { files.append(try await alteration.write(fixture, into: folder.path)) }
            }
            let ending = try await Program(
                "voiceled", ["replay", "--json", "--port", "none"] + files
            ).ended()
            #expect(ending.status == 0, "\(ending.errors)")
            let utterances = ending.events.filter { $0.event == "utterance" }
            return Dictionary(grouping: utterances) { URL(filePath: $0.file ?? "").lastPathComponent }
        }

        private func decisions(on fixture: UtteranceFixture, _ alteration: Alteration) async throws -> [JSONEvent] {
            try #require(try await Self.replay.value["\(alteration)-\(fixture.file).wav"], "nothing was heard")
        }

        @Test(
            "is obeyed all the same", arguments: Alteration.allCases.filter { $0 != .clipped }, commands)
        func altered(alteration: Alteration, fixture: UtteranceFixture) async throws {
            let decisions = try await decisions(on: fixture, alteration)
            #expect(
                decisions.map(\.commands) == [fixture.commands],
                "\(alteration.rawValue): \(decisions.map { $0.reason ?? $0.text ?? "" })")
        }

        @Test("is obeyed rightly when it is clipped, or refused for that", arguments: commands)
        func clipped(fixture: UtteranceFixture) async throws {
            for decision in try await decisions(on: fixture, .clipped) {
                if decision.accepted == true {
                    #expect(decision.commands == fixture.commands)
                } else {
                    #expect(decision.reason == "too loud: the sound is clipped; lower the gain")
                }
            }
        }

        @Test("is refused for being quiet when nothing can be told apart in it")
        func tooQuiet() async throws {
            let folder = TemporaryFolder()
            let mumble = folder.path + "/mumble.wav"
            // The voice lies in the last six bits.
            let tale = UtteranceFixture.named("and-then-he-turned-it-on.slt").path
            let sox = try Program("sox", ["-R", "-D", "-V1", tale, "-b", "16", mumble, "gain", "-47"])
            #expect(try await sox.ended().status == 0)
            let ending = try await Program("voiceled", ["replay", "--json", "--port", "none", mumble]).ended()
            let decisions = ending.events.filter { $0.event == "utterance" }
            #expect(decisions.map(\.accepted) == [false])
            #expect(decisions.first?.reason == "too quiet to be sure; come nearer, or raise the gain")
        }
    }
}
