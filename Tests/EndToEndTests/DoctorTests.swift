import Foundation
import TerminalFixtures
import Testing

extension EndToEnd {
    @Suite("voiceled doctor")
    struct DoctorTests {
        private struct Line: Decodable {
            let subject: String
            let state: String
            let hint: String?
        }

        @Test("says of each thing whether it is there, and how to mend what is not")
        func examines() async throws {
            let silent = PseudoTerminal()
            let ending = try await Program(
                "voiceled", ["doctor", "--json"],
                environment: ["VOICELED_PORTS": "\(silent.path)", "XDG_DATA_HOME": "/nowhere", "PATH": "/usr/bin:/bin"]
            ).ended()
            let decoder = JSONDecoder()
            let lines = try ending.lines.map { try decoder.decode(Line.self, from: Data($0.utf8)) }
            func line(_ subject: String) throws -> Line { try #require(lines.first { $0.subject == subject }) }
            for subject in ["acoustic model", "words", "fallback recogniser", "port"] {
                #expect(try line(subject).state == "ok", "\(subject)")
            }
            #expect(try line("second opinion").state == "missing_optional")
            #expect(try line("second opinion").hint == "fetch it with: Scripts/fetch-embedding")
            for line in lines { #expect((line.state == "ok") == (line.hint == nil), "\(line)") }
            // There may be no microphone where the tests run.
            #expect(ending.status == (lines.contains { $0.state == "missing" } ? 2 : 0))
        }

        @Test("says it in words, with the remedy under what is missing")
        func words() async throws {
            let ending = try await Program(
                "voiceled", ["doctor"], environment: ["VOICELED_PORTS": "/dev/null", "XDG_DATA_HOME": "/nowhere"]
            ).ended()
            #expect(ending.status == 2)
            #expect(ending.lines.contains { $0.hasPrefix("✗ port: /dev/null: ") })
            let place = try #require(ending.lines.firstIndex { $0.hasPrefix("- second opinion: ") })
            #expect(ending.lines[place + 1] == "    fetch it with: Scripts/fetch-embedding")
        }
    }
}
