import Foundation
import TerminalFixtures
import Testing

extension EndToEnd {
    @Suite("voiceled's fallback recogniser")
    struct FallbackTests {
        private static func replay(_ arguments: [String], _ fixtures: [UtteranceFixture]) throws -> Program {
            try Program("voiceled", ["replay", "--json", "--port", "none"] + arguments + fixtures.map(\.path))
        }

        private static let some = Array(UtteranceFixture.commands.prefix(6))

        @Test("obeys what the failed recogniser could not decide on, and gives way when that is well again")
        func oneFailure() async throws {
            let ending = try await Self.replay(["--rehearse", "primary-fails:2"], Self.some).ended()
            let utterances = ending.events.filter { $0.event == "utterance" }
            #expect(utterances.map(\.engine) == ["primary", "fallback"] + Array(repeating: "primary", count: 4))
            #expect(utterances.map(\.commands) == Self.some.map(\.commands))
            let ladder = ending.events.filter { $0.event == "recognizer" && $0.engine == "primary" }
            #expect(ladder.map(\.state) == ["failed", "recovered"])
            #expect(ladder.map(\.listening) == ["fallback", "primary"])
            let end = try #require(ending.events.last)
            #expect(end.heardByFallback == 1)
            #expect(end.recognizerFailures == 1)
            #expect(ending.status == 0)
            #expect(ending.leftovers == [])
        }

        @Test("obeys the microphone though the recogniser fails in the middle of it")
        func microphone() async throws {
            let microphone = try await VirtualMicrophone()
            let program = try Program(
                "voiceled", ["listen", "--mic", "pulse", "--port", "sim", "--json", "--rehearse", "primary-fails:2"],
                environment: microphone.environment)
            try await program.event("listening")
            for (name, engine, command, led, isOn) in [
                ("light-two-on.slt", "primary", "LED2 ON", "LED2", true),
                ("red.awb", "fallback", "LAMP RGB ff0000", "LAMP", true),
                ("light-two-off.rms", "primary", "LED2 OFF", "LED2", false),
            ] {
                try await microphone.speak(.named(name))
                let utterance = try await program.event("utterance")
                #expect(utterance.engine == engine)
                #expect(utterance.commands == [command], "heard \(utterance.text ?? "")")
                #expect(try await program.event("board").result == "ok")
                try await program.event("led") { $0.led == led && $0.on == isOn }
            }
            program.signal(SIGINT)
            let ending = try await program.ended()
            let ladder = ending.events.filter { $0.event == "recognizer" && $0.engine == "primary" }
            #expect(ladder.map(\.state) == ["failed", "recovered"])
            #expect(ladder.map(\.listening) == ["fallback", "primary"])
            #expect(ending.events.last?.heardByFallback == 1)
            #expect(ending.leftovers == [])
        }

        @Test("tells in words who listens, and at last how often it was needed")
        func words() async throws {
            let ending = try await Program(
                "voiceled",
                ["replay", "--port", "none", "--rehearse", "primary-fails:2"] + Self.some.prefix(3).map(\.path)
            ).ended()
            let told = ending.lines.filter { $0.contains("recogniser") || $0.contains("fallback") }
            #expect(
                told.contains {
                    $0.contains(
                        "the recogniser failed: cannot decode: a failure is being rehearsed; the fallback listens")
                }, "\(ending.lines)")
            #expect(told.contains { $0.contains("the recogniser is well again") })
        }

        @Test("without one, a failure is said once and the next utterance is obeyed again")
        func none() async throws {
            let ending = try await Self.replay(
                ["--rehearse", "primary-fails:1", "--fallback", "none"], Array(Self.some.prefix(2))
            ).ended()
            let utterances = ending.events.filter { $0.event == "utterance" }
            #expect(utterances.map(\.accepted) == [false, true])
            #expect(
                utterances.first?.reason
                    == "cannot decode: a failure is being rehearsed, and there is no fallback")
            let failed = ending.events.first { $0.event == "recognizer" }
            #expect(failed?.listening == "typed only")
        }

        @Test("that is not there is said once, and the session goes on")
        func missing() async throws {
            let program = try Self.replay(
                ["--rehearse", "primary-fails:2", "--fallback", "exec:/nowhere/recogniser"], Self.some)
            let end = try await program.event("recognizer") { $0.engine == "fallback" }
            #expect(end.state == "gave up")
            #expect(end.reason?.contains("/nowhere/recogniser") == true)
            let ending = try await program.ended()
            let accepted = ending.events.filter { $0.event == "utterance" && $0.accepted == true }
            #expect(accepted.count >= Self.some.count - 2)
            #expect(!ending.events.contains { $0.event == "recognizer" && $0.engine == "fallback" })
        }

        @Test("may be any program that speaks Wyoming, dying all the time")
        func command() async throws {
            let faulty = Place.programs.appending(path: "FaultyRecognizer").path
            let program = try Self.replay(
                ["--rehearse", "primary-dies:1", "--fallback", "exec:'\(faulty)' kill:2 say=Red."], Self.some)
            let ending = try await program.ended()
            let utterances = ending.events.filter { $0.event == "utterance" }
            #expect(utterances.map(\.commands) == Array(repeating: ["LAMP RGB ff0000"], count: 6))
            #expect(utterances.allSatisfy { $0.engine == "fallback" })
            #expect(ending.leftovers == [])
        }

        @Test("may be a server")
        func server() async throws {
            let folder = TemporaryFolder()
            let socket = folder.path + "/ear"
            let uri = "unix://\(socket)"
            let server = try Program("voiceled-recognizer", ["--uri", uri])
            try await server.waits { _ in FileManager.default.fileExists(atPath: socket) }
            let ending = try await Self.replay(["--rehearse", "primary-dies:1", "--fallback", uri], Self.some).ended()
            let utterances = ending.events.filter { $0.event == "utterance" }
            #expect(utterances.map(\.commands) == Self.some.map(\.commands), "\(ending.errors)")
            #expect(utterances.allSatisfy { $0.engine == "fallback" })
            server.signal(SIGTERM)
        }

        @Test(
            "leaves no process behind, however the program ends and though a worker is stopped",
            arguments: [SIGINT, SIGTERM, SIGKILL, SIGABRT])
        func noOrphans(signal: Int32) async throws {
            // Its own backtrace after SIGABRT would take minutes.
            let program = try Program(
                "voiceled",
                ["replay", "--json", "--port", "none", "--realtime"] + UtteranceFixture.commands.map(\.path),
                environment: ["SWIFT_BACKTRACE": "enable=no"])
            try await program.event("recognizer") { $0.state == "ready" }
            try await program.event("utterance")
            let workers = program.workers
            #expect(!workers.isEmpty)
            kill(workers[0], SIGSTOP)
            program.signal(signal)
            _ = try await program.ended()
            #expect(try await program.workersThatStay() == [])
        }

        /// In the environment, `VOICELED_FAULTS` is the number of utterances, to make the test a longer one.
        @Test("loses and doubles nothing while its workers are killed, stopped and made to abort")
        func storm() async throws {
            let count = ProcessInfo.processInfo.environment["VOICELED_FAULTS"].flatMap { Int($0) } ?? 20
            let commands = UtteranceFixture.commands
            let fixtures = (0..<count).map { commands[$0 % commands.count] }
            var random = Seeded(state: 4)
            let program = try Self.replay(["--rehearse", "primary-dies:1"], fixtures)
            try await program.event("recognizer") { $0.state == "ready" }

            var latencies: [Double] = []
            var faults: [Int32: Int] = [:]
            for fixture in fixtures {
                let signal = [SIGKILL, SIGKILL, SIGABRT, SIGSTOP][Int(random.next() % 4)]
                let victims = program.workers
                if random.next() % 2 == 0, let worker = victims.randomElement(using: &random) {
                    kill(worker, signal)
                    faults[signal, default: 0] += 1
                }
                let utterance = try await program.event("utterance")
                #expect(utterance.file == fixture.path)
                #expect(utterance.engine == "fallback")
                #expect(utterance.commands == fixture.commands, "\(utterance.reason ?? utterance.text ?? "")")
                latencies.append(utterance.decodeMs ?? 0)
            }
            let ending = try await program.ended()
            #expect(ending.events.filter { $0.event == "utterance" }.isEmpty)
            #expect(ending.leftovers == [])
            let outages = ending.events.compactMap(\.outageMs).sorted()
            latencies.sort()
            func quantile(_ values: [Double], _ share: Double) -> Double {
                values.isEmpty ? 0 : values[min(values.count - 1, Int(Double(values.count) * share))]
            }
            print(
                """
                \(count) utterances, \(faults[SIGKILL] ?? 0) killed, \(faults[SIGABRT] ?? 0) aborted, \
                \(faults[SIGSTOP] ?? 0) stopped; a worker ready again after ms: p50 \(quantile(outages, 0.5)), \
                p95 \(quantile(outages, 0.95)) (\(outages.count)); decision after ms: p50 \(quantile(latencies, 0.5)), \
                p95 \(quantile(latencies, 0.95)), most \(latencies.last ?? 0)
                """)
        }
    }
}

/// The same numbers in every run; see `SplitMix64`.
private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
