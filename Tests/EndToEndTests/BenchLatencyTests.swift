import Foundation
import TerminalFixtures
import Testing

extension EndToEnd {
    @Suite("voiceled bench latency")
    struct BenchLatencyTests {
        private static let stages = [
            "end_point", "decode", "link", "pin", "decided", "acknowledged", "lit", "own_count",
        ]

        private func bench(_ arguments: String..., environment: [String: String] = [:]) throws -> Program {
            try Program("voiceled", ["bench", "latency"] + arguments, environment: environment)
        }

        /// The events of that name, with all their keys.
        private func events(_ name: String, in ending: Program.Ending) throws -> [[String: Any]] {
            try ending.lines.compactMap {
                try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
            }.filter { $0["event"] as? String == name }
        }

        /// A grammar with this rule.
        private func write(_ rule: String, in folder: String) throws -> String {
            let path = folder + "/commands.gram"
            try "#JSGF V1.0; grammar commands; \(rule)".write(toFile: path, atomically: true, encoding: .utf8)
            return path
        }

        @Test("follows commands to the pin through a microphone and through replay, and leaves nothing behind")
        func everything() async throws {
            // The second switches off what has to be lit before.
            let files = ["red.slt", "light-two-off.rms"].map { UtteranceFixture.named($0).path }
            let ending = try await bench("--count", "2", "--json", files[0], files[1]).ended()
            #expect(ending.status == 0, "\(ending.errors)")
            #expect(ending.leftovers == [])

            let commands = try events("latency_command", in: ending)
            #expect(
                commands.map { $0["file"] as? String }
                    == Array(repeating: ["red.slt.flac", "light-two-off.rms.flac"], count: 2).flatMap { $0 })
            for command in commands {
                func time(_ stage: String) -> Double { command[stage + "_ms"] as? Double ?? .nan }
                // Before a pause nobody can know that a word has ended.
                #expect(time("end_point") > 50)
                #expect(time("link") > 0 && time("pin") > 0)
                #expect(abs(time("decided") - time("end_point") - time("decode")) < 0.01)
                #expect(abs(time("lit") - time("decided") - time("pin")) < 0.01)
                #expect(abs(time("acknowledged") - time("decided") - time("link")) < 0.01)
            }
            let results = try events("latency", in: ending)
            #expect(results.map { $0["source"] as? String } == ["mic", "replay"])
            for result in results {
                #expect(result["spoken"] as? Int == 2 && result["obeyed"] as? Int == 2, "\(ending.errors)")
                let stages = try #require(result["stages"] as? [String: [String: Double]])
                #expect(Set(stages.keys) == Set(Self.stages))
                for shares in stages.values {
                    #expect(Set(shares.keys) == ["p50_ms", "p95_ms", "max_ms"])
                    let values = ["p50_ms", "p95_ms", "max_ms"].compactMap { shares[$0] }
                    #expect(values == values.sorted())
                }
            }
        }

        @Test("prints what it has when it is interrupted, and takes its sound server along")
        func interruption() async throws {
            let program = try bench(
                "--source", "mic", "--count", "500", "--json", UtteranceFixture.named("red.slt").path)
            try await program.event("latency_command")
            program.signal(SIGINT)
            let ending = try await program.ended()
            #expect(ending.status == 130)
            #expect(ending.leftovers == [])
            let result = try #require(try events("latency", in: ending).last)
            #expect(try #require(result["obeyed"] as? Int) >= 1)
        }

        @Test("measures who speaks into a microphone of the user's, and warns of such figures")
        func spoken() async throws {
            let microphone = try await VirtualMicrophone()
            let program = try bench(
                "--source", "mic", "--mic", "pulse", "--count", "1", "--json", environment: microphone.environment)
            try await program.event("listening")
            try await microphone.speak(.named("red.awb"))
            let ending = try await program.ended()
            #expect(ending.status == 0, "\(ending.errors)")
            #expect(
                ending.errors.contains(
                    "with --mic pulse only the program itself knows where a word ended: the figures flatter it"))
            let command = try #require(try events("latency_command", in: ending).first)
            #expect(command["file"] is NSNull)
            #expect(try events("latency", in: ending).first?["source"] as? String == "spoken")
        }

        @Test("counts what is not obeyed, and says why")
        func missed() async throws {
            let folder = TemporaryFolder()
            let grammar = try write("public <command> = red {led=9 power=on} | blue {led=1 power=on};", in: folder.path)
            let path = UtteranceFixture.named("red.slt").path
            let ending = try await bench("--source", "replay", "--count", "1", "--grammar", grammar, path).ended()
            #expect(ending.status == 1)
            #expect(
                ending.errors.contains("voiceled: red.slt.flac: not measured: refused: there is no LED 9"),
                "\(ending.errors)")
            #expect(ending.lines.first == "Replayed at the pace of speech: 0 of 1 command measured")
        }

        @Test("refuses a recording in which no word ends")
        func silentRecording() async throws {
            let folder = TemporaryFolder()
            let path = folder.path + "/silence.wav"
            try Recording.silence(seconds: 1).write(to: path)
            let ending = try await bench("--source", "replay", path).ended()
            #expect(ending.status == 2)
            #expect(
                ending.errors.hasPrefix(
                    "voiceled: cannot measure with \(path): it is not clear where the speech in it ends, for nothing is "
                        + "20 dB louder than its noise\n    take a recording of one command in a quiet room"),
                "\(ending.errors)")
        }

        @Test("refuses a command that lights nothing")
        func noLight() async throws {
            let folder = TemporaryFolder()
            let grammar = try write("public <command> = red {door=open} | blue {door=closed};", in: folder.path)
            let path = UtteranceFixture.named("red.slt").path
            let ending = try await bench("--source", "replay", "--grammar", grammar, path).ended()
            #expect(ending.status == 2)
            #expect(
                ending.errors.contains("cannot measure with \(path): what is said in it changes no light"),
                "\(ending.errors)")
        }

        @Test("says what to install where there is no PulseAudio")
        func noPulseAudio() async throws {
            let ending = try await bench(
                "--source", "mic", "--fallback", "none", UtteranceFixture.named("red.slt").path,
                environment: ["PATH": "/nonexistent"]
            ).ended()
            #expect(ending.status == 2)
            #expect(
                ending.errors.contains("voiceled: cannot make a microphone: pulseaudio cannot be started ("),
                "\(ending.errors)")
            #expect(ending.errors.contains("sudo apt-get install pulseaudio libasound2-plugins"))
            #expect(ending.leftovers == [])
        }

        @Test("says what to install where ALSA cannot reach PulseAudio")
        func noPlugin() async throws {
            let ending = try await bench(
                "--source", "mic", UtteranceFixture.named("red.slt").path,
                environment: ["ALSA_CONFIG_PATH": "/nonexistent"]
            ).ended()
            #expect(ending.status == 2)
            #expect(
                ending.errors.contains("voiceled: cannot listen to the private PulseAudio: microphone \"plug:"),
                "\(ending.errors)")
            #expect(ending.errors.contains("sudo apt-get install pulseaudio libasound2-plugins"))
            #expect(ending.leftovers == [])
        }

        @Test("names a microphone that is not there, and does not say that it listens to it")
        func noMicrophone() async throws {
            let ending = try await bench("--source", "mic", "--mic", "hw:9", "--count", "1").ended()
            #expect(ending.status == 2)
            #expect(ending.errors.contains("voiceled: microphone \"hw:9\": "), "\(ending.errors)")
            #expect(!ending.errors.contains("listening to"))
        }

        @Test(
            "says what is wrong before anything is measured",
            arguments: [
                (["--count", "0"], "--count is at least 1"),
                (
                    ["--source", "replay", "--mic", "pulse"],
                    "--mic is not needed for --source replay; leave one of them out"
                ),
                (
                    ["--source", "mic", "--mic", "pulse", "a.wav"],
                    "nothing is played into --mic; leave the recordings out"
                ),
                (
                    ["--source", "replay", "/no/a.wav"],
                    "cannot read the recording /no/a.wav: No such file or directory"
                ),
            ])
        func wrongUse(arguments: [String], message: String) async throws {
            let ending = try await Program("voiceled", ["bench", "latency"] + arguments).ended()
            #expect(ending.status == 2)
            #expect(ending.errors.contains(message), "\(ending.errors)")
        }
    }
}
