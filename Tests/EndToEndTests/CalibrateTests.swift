import Foundation
import TerminalFixtures
import Testing

extension EndToEnd {
    @Suite("voiceled calibrate")
    final class CalibrateTests {
        private let folder = TemporaryFolder()
        private var file: String { folder.path + "/config/voiceled/calibration/commands.txt" }
        private var environment: [String: String] { ["XDG_CONFIG_HOME": folder.path + "/config"] }

        private func calibrate(_ arguments: String...) async throws -> Program.Ending {
            try await Program("voiceled", ["calibrate"] + arguments, environment: environment).ended()
        }

        private func phrases(_ names: String...) throws -> String {
            try Manifest("phrases.tsv", in: folder.path, Manifest.lines(names.map(UtteranceFixture.named))).path
        }

        private func room(_ names: String...) throws -> String {
            try Manifest("room.tsv", in: folder.path, Manifest.lines(names.map(UtteranceFixture.named))).path
        }

        private func events(_ name: String, in ending: Program.Ending) throws -> [[String: Any]] {
            try ending.lines.compactMap {
                try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
            }.filter { $0["event"] as? String == name }
        }

        private func written() throws -> String { try String(contentsOfFile: file, encoding: .utf8) }

        @Test("recordings give thresholds, a table of what each would do, and a file that can be taken back")
        func recordings() async throws {
            let phrases = try phrases("red.slt", "all-off.kal16", "light-two-on.slt", "light-two-off.rms")
            // Somebody says a colour in the room: one false accept, and so many an hour are allowed.
            let ending = try await calibrate(
                "--phrases", phrases, "--room", try room("hello.slt", "window.awb", "blue.kal16"), "--false-accepts",
                "3600/h", "--json")
            try #require(ending.status == 0, "\(ending.errors)")
            let rows = try events("tradeoff", in: ending)
            let rights = try rows.map { try #require($0["right"] as? Double) }
            let counts = try rows.map { try #require($0["count"] as? Int) }
            try #require(rows.count >= 10)
            #expect(zip(rights, rights.dropFirst()).allSatisfy { $0 >= $1 })
            #expect(zip(counts, counts.dropFirst()).allSatisfy { $0 >= $1 })
            #expect(counts[0] >= 1 && rights[0] > 0)
            let calibration = try #require(try events("calibration", in: ending).first)
            #expect(calibration["file"] as? String == file && calibration["phrases"] as? Int == 4)
            let thresholds = try #require(calibration["thresholds"] as? [String: Double])
            let text = try written()
            for (name, value) in thresholds { #expect(text.contains("threshold_\(name) \(value)\n")) }

            let listening = try await Program(
                "voiceled", ["replay", "--json", UtteranceFixture.named("red.slt").path], environment: environment
            ).ended()
            #expect(listening.errors.hasPrefix("voiceled: calibrated by \(file): thresholds strict "))
            let undone = try await calibrate("--undo")
            #expect(undone.status == 0)
            #expect(undone.lines.first?.hasSuffix("\(file): the built-in thresholds count again") == true)
            let after = try await Program(
                "voiceled", ["replay", "--json", UtteranceFixture.named("red.slt").path], environment: environment
            ).ended()
            #expect(after.errors == "")
        }

        @Test("says what so little sound cannot show, and with --dry-run changes nothing")
        func dryRun() async throws {
            let ending = try await calibrate(
                "--phrases", try phrases("red.slt", "all-off.kal16"), "--room",
                UtteranceFixture.named("hello.slt").path, UtteranceFixture.named("window.awb").path, "--dry-run")
            #expect(ending.status == 0, "\(ending.errors)")
            #expect(ending.lines.contains { $0.contains("threshold     right         wrong  false accepts") })
            #expect(
                ending.lines.contains {
                    $0.contains("cannot show that there are no more than 2 false accepts an hour")
                        && $0.hasSuffix("that takes 1 h 29 min without any")
                }, "\(ending.lines)")
            #expect(ending.lines.last == "nothing was changed")
            #expect(!FileManager.default.fileExists(atPath: folder.path + "/config"))
        }

        @Test(
            "a file of thresholds is obeyed: one that nothing reaches refuses everything, --caution chooses among them")
        func obeyed() async throws {
            let mine = folder.path + "/mine.txt"
            try "threshold_normal 1\nthreshold_eager 0.1\n".write(toFile: mine, atomically: true, encoding: .utf8)
            let red = UtteranceFixture.named("red.slt").path
            let refused = try await Program("voiceled", ["replay", red, "--json", "--calibration", mine]).ended()
            #expect(refused.status == 1)
            #expect(refused.events.first { $0.event == "utterance" }?.accepted == false)
            #expect(refused.errors == "voiceled: calibrated by \(mine): thresholds normal 1, eager 0.1\n")
            let eager = try await Program(
                "voiceled", ["replay", red, "--json", "--calibration", mine, "--caution", "eager"]
            ).ended()
            #expect(eager.status == 0)
            let list = try Manifest("red.tsv", in: folder.path, Manifest.lines([.named("red.slt")])).path
            let bench = try await Program(
                "voiceled", ["bench", "accuracy", "--manifest", list, "--calibration", mine, "--json"]
            ).ended()
            #expect(try events("accuracy", in: bench).first?["refused"] as? Int == 1)
            let builtIn = try await Program(
                "voiceled", ["bench", "accuracy", "--manifest", list, "--calibration", "none", "--json"]
            ).ended()
            #expect(try events("accuracy", in: builtIn).first?["right"] as? Int == 1)
        }

        @Test("end-point parameters in the file change where an utterance ends")
        func endpointer() async throws {
            let mine = folder.path + "/mine.txt"
            try "sure_silence_ms 400\nopen_silence_ms 400\n".write(toFile: mine, atomically: true, encoding: .utf8)
            let red = UtteranceFixture.named("red.slt").path
            func endpoint(_ options: String...) async throws -> Double? {
                let ending = try await Program("voiceled", ["replay", red, "--json"] + options).ended()
                return ending.events.first { $0.event == "utterance" }?.endpointMs
            }
            #expect(try await endpoint("--calibration", "none") == 150)
            #expect(try await endpoint("--calibration", mine) == 400)
        }

        @Test("a line of the file that cannot be used is named, with the remedy")
        func brokenFile() async throws {
            let mine = folder.path + "/mine.txt"
            try "# mine\npause_ms 9999\n".write(toFile: mine, atomically: true, encoding: .utf8)
            let ending = try await Program(
                "voiceled", ["replay", UtteranceFixture.named("red.slt").path, "--calibration", mine]
            ).ended()
            #expect(ending.status == 2)
            #expect(ending.errors.contains("\(mine):2: \"pause_ms\" takes 50 to 2000, not 9999"))
            #expect(ending.errors.contains("mend the line or remove it"))
        }

        @Test("no threshold does when the room says what the phrases say; nothing is written then")
        func hopeless() async throws {
            let phrases = try phrases("red.slt")
            let ending = try await calibrate(
                "--phrases", phrases, "--room", UtteranceFixture.named("red.slt").path,
                UtteranceFixture.named("red.awb").path)
            #expect(ending.status == 1)
            #expect(ending.errors.contains("no threshold keeps a phrase at 2 false accepts an hour"))
            #expect(ending.errors.contains("allow more with --false-accepts"))
            #expect(!FileManager.default.fileExists(atPath: file))
        }

        @Test("a recording that is cut off is named before anything is heard")
        func cutOff() async throws {
            let broken = folder.path + "/broken.wav"
            var recording = Recording(header: 32_000)
            recording.bytes += [UInt8](repeating: 0, count: 8_000)
            try recording.write(to: broken)
            let ending = try await calibrate("--phrases", try phrases("red.slt"), "--room", broken)
            #expect(ending.status == 2)
            #expect(ending.errors.contains("cannot read the recording \(broken): it is cut off"), "\(ending.errors)")
        }

        @Test(
            "says what is wrong before anything is heard",
            arguments: [
                (["--undo", "--dry-run"], "--undo goes with --grammar and --language alone"),
                (["--undo"], "there is nothing to undo: "),
                (["--phrases", "x.tsv", "--times", "2"], "--phrases are recordings; --phrase and --times"),
                (
                    ["--room", "x.wav", "--room-time", "5min"],
                    "--room are recordings; --room-time is for the microphone"
                ),
                (["--times", "0"], "--times takes 1 to 50"),
                (["--false-accepts", "some"], "--false-accepts"),
                (["--room-time", "soon"], "--room-time"),
                (["--phrase", "good night moon"], "the grammar commands cannot mean \"good night moon\""),
                (["--phrases", "/no/x.tsv"], "cannot read /no/x.tsv: No such file or directory"),
                (["--phrase", "red", "--room", "/no/r.wav"], "cannot read the recording /no/r.wav"),
                (["--mic", "hw:9"], "microphone \"hw:9\": "),
            ])
        func wrongUse(arguments: [String], message: String) async throws {
            let ending = try await Program("voiceled", ["calibrate"] + arguments, environment: environment).ended()
            #expect(ending.status == 2)
            #expect(ending.errors.contains(message), "\(ending.errors)")
        }

        @Test("without a folder for settings it says how to give one")
        func noFolder() async throws {
            let ending = try await Program("voiceled", ["calibrate"], environment: ["HOME": ""]).ended()
            #expect(ending.status == 2)
            #expect(ending.errors.contains("neither XDG_CONFIG_HOME nor HOME names a folder"))
        }

        @Test("a person is led through it at the microphone")
        func microphone() async throws {
            let microphone = try await VirtualMicrophone()
            let program = try Program(
                "voiceled",
                [
                    "calibrate", "--mic", "pulse", "--room-time", "2s", "--phrase", "red", "--phrase", "light two on",
                    "--times", "1", "--json",
                ], environment: microphone.environment.merging(environment) { $1 })
            try await program.calibrating("room")
            for (phrase, recording) in [("red", "red.awb"), ("light two on", "light-two-on.slt")] {
                try await program.calibrating("prompt", phrase)
                try await microphone.speak(.named(recording))
                try await program.calibrating("take", phrase)
            }
            let ending = try await program.ended()
            #expect(ending.status == 0, "\(ending.errors)")
            let calibration = try #require(try events("calibration", in: ending).first)
            #expect(calibration["phrases"] as? Int == 2)
            #expect(try #require(calibration["hours"] as? Double) >= 0.0005)
            #expect(try written().contains("threshold_normal 0."))
        }

        @Test("an interruption leaves everything as it was")
        func interrupted() async throws {
            let mine = "threshold_normal 0.5\n"
            let place = URL(filePath: file).deletingLastPathComponent()
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            try mine.write(toFile: file, atomically: true, encoding: .utf8)
            let microphone = try await VirtualMicrophone()
            let program = try Program(
                "voiceled", ["calibrate", "--mic", "pulse", "--room-time", "1s", "--phrase", "red", "--json"],
                environment: microphone.environment.merging(environment) { $1 })
            try await program.calibrating("prompt", "red")
            try await microphone.speak(.named("red.awb"))
            try await program.calibrating("take", "red")
            program.signal(SIGINT)
            let ending = try await program.ended()
            #expect(ending.status == 130)
            #expect(ending.leftovers == [])
            #expect(try written() == mine)
            #expect(try FileManager.default.contentsOfDirectory(atPath: place.path) == ["commands.txt"])
        }

        @Test("nobody is heard: it asks again, and ends with the remedy")
        func nobody() async throws {
            let microphone = try await VirtualMicrophone()
            let program = try Program(
                "voiceled", ["calibrate", "--mic", "pulse", "--room-time", "1s", "--phrase", "red", "--json"],
                environment: microphone.environment.merging(environment) { $1 })
            try await program.line { $0.contains("the microphone gave no sound at all while the room was listened to") }
            try await program.calibrating("retake", "red")
            let ending = try await program.ended()
            #expect(ending.status == 2)
            #expect(
                ending.errors == """
                    voiceled: nothing was heard, 3 times in a row
                        see `voiceled mics` for other microphones, and whether this one is muted

                    """)
            #expect(!FileManager.default.fileExists(atPath: file))
        }
    }
}

extension Program {
    /// Waits for a step of the calibration.
    fileprivate func calibrating(_ step: String, _ phrase: String? = nil) async throws {
        try await line { line in
            guard let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] else {
                return false
            }
            return object["event"] as? String == "calibrating" && object["step"] as? String == step
                && (phrase == nil || object["phrase"] as? String == phrase)
        }
    }
}
