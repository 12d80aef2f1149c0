import Foundation
import TerminalFixtures
import Testing

extension EndToEnd {
    @Suite("voiceled among several ports")
    final class PortsTests {
        private let folder = TemporaryFolder()
        private let silent = PseudoTerminal()
        private let chattering = ChatteringPort(saying: "temperature 21.5")
        private let noise = ChatteringPort(saying: "\u{F8}\u{80}\u{FF}")

        private func board(_ name: String) async throws -> (port: String, program: Program) {
            let port = "\(folder.path)/\(name)"
            let program = try Program(
                "voiceled-board", ["--json", "--until-stdin-closes", "--link", port], input: .open)
            try await program.line { $0.contains(#""event":"ready""#) }
            return (port, program)
        }

        private func voiceled(_ arguments: [String], among ports: [String]) throws -> Program {
            try Program(
                "voiceled", arguments, environment: ["VOICELED_PORTS": ports.joined(separator: " ")])
        }

        @Test("lists every port with what answers there, and frees them all")
        func lists() async throws {
            let one = try await board("one")
            let two = try await board("two")
            let held = try await HeldPort(by: "minicom", in: folder.path)
            let ports = [silent.path, chattering.path, one.port, held.path, noise.path, two.port, "/dev/null"]
            let wanted = [
                PortLine(path: silent.path, answer: "silent"),
                PortLine(path: chattering.path, answer: "other_sketch"),
                PortLine(path: one.port, answer: "board", sketch: "voice_to_led", protocol: 1, leds: 3, lamp: true),
                PortLine(path: held.path, answer: "in_use", holder: "minicom", holderPid: held.holder.identifier),
                PortLine(path: noise.path, answer: "noise"),
                PortLine(path: two.port, answer: "board", sketch: "voice_to_led", protocol: 1, leds: 3, lamp: true),
                PortLine(path: "/dev/null", answer: "not_serial"),
            ]
            for _ in 0..<2 {
                let ending = try await voiceled(["ports", "--json"], among: ports).ended()
                #expect(ending.status == 0, "\(ending.errors)")
                #expect(try ending.lines.map { try PortLine(parsing: $0) } == wanted)
            }

            let words = try await voiceled(["ports"], among: ports).ended().lines
            let findings = [
                "no answer", #"not our sketch: "temperature 21.5""#, "voice_to_led, protocol 1, LED 1 to 3 and a lamp",
                "in use by minicom (pid \(held.holder.identifier))", #"noise: "\xC3\xB8\xC2\x80\xC3\xBF""#,
                "voice_to_led, protocol 1, LED 1 to 3 and a lamp", "/dev/null is not a serial port",
            ]
            #expect(words.count == ports.count)
            for (line, (port, finding)) in zip(words, zip(ports, findings)) {
                #expect(line.hasPrefix("\(port)  ") && line.hasSuffix("  \(finding)"), "\(line)")
            }
            await one.program.closeInput()
            await two.program.closeInput()
        }

        @Test("ends at once when interrupted, and prints no half list")
        func interrupted() async throws {
            // It waits for an answer once it has asked.
            let asked = AsyncStream.makeStream(of: Void.self)
            let port = ChatteringPort { _ in
                asked.continuation.yield()
                return ""
            }
            let program = try voiceled(["ports", "--json"], among: [port.path])
            for await _ in asked.stream { break }
            program.signal(SIGINT)
            let ending = try await program.ended()
            #expect(ending.status == 130)
            #expect(ending.lines.isEmpty)
        }

        @Test("leaves the boards alone with --no-probe, and still says who holds a port")
        func noProbe() async throws {
            let board = try await board("one")
            let held = try await HeldPort(by: "minicom", in: folder.path)
            let ports = [board.port, held.path, silent.path]
            let ending = try await voiceled(["ports", "--no-probe", "--json"], among: ports).ended()
            #expect(
                try ending.lines.map { try PortLine(parsing: $0) } == [
                    PortLine(path: board.port, answer: "not_asked"),
                    PortLine(path: held.path, answer: "in_use", holder: "minicom", holderPid: held.holder.identifier),
                    PortLine(path: silent.path, answer: "not_asked"),
                ])
            await board.program.closeInput()
            let events = try await board.program.ended().lines
            #expect(!events.contains { $0.contains(#""event":"reset""#) }, "\(events)")
        }

        @Test("finds the only board among ports that are silent, noisy and held")
        func findsTheBoard() async throws {
            let board = try await board("one")
            let held = try await HeldPort(by: "minicom", in: folder.path)
            let ports = [silent.path, noise.path, held.path, chattering.path, board.port]
            let ending = try await voiceled(["send", "light two on", "--json"], among: ports).ended()
            #expect(ending.status == 0, "\(ending.errors)")
            #expect(!ending.events.contains { $0.event == "warning" })
            try await board.program.line { $0.contains(#""led":"LED2","on":true"#) }
            await board.program.closeInput()
        }

        @Test("says which of several boards it took, and how to take another")
        func severalBoards() async throws {
            let one = try await board("one")
            let two = try await board("two")
            let program = try voiceled(
                ["send", "light two on", "--json", "--port", "auto"], among: [two.port, silent.path, one.port])
            let warning = try await program.event("warning")
            #expect(
                warning.message == "2 boards answer; taken is \(two.port). To take another: --port \(one.port)")
            #expect(try await program.ended().status == 0)
            try await two.program.line { $0.contains(#""led":"LED2","on":true"#) }
            await one.program.closeInput()
            #expect(try await !one.program.ended().lines.contains { $0.contains(#""on":true"#) })
            await two.program.closeInput()
        }

        @Test("says of each port why no board answers there")
        func noBoard() async throws {
            let held = try await HeldPort(by: "minicom", in: folder.path)
            let ending = try await voiceled(["send", "red"], among: [silent.path, chattering.path, held.path]).ended()
            #expect(ending.status == 2)
            #expect(
                ending.errors == """
                    voiceled: no VoiceLED board answers on any of 3 ports:
                        \(silent.path): no answer
                        \(chattering.path): not our sketch: "temperature 21.5"
                        \(held.path): in use by minicom (pid \(held.holder.identifier))
                        name the port with --port to read what can be done about it; voiceled flash voice_to_led --port PORT puts our sketch on a board

                    """)
        }

        @Test("gives the whole remedy when there is but one port")
        func onePort() async throws {
            let ending = try await voiceled(["send", "red"], among: [chattering.path]).ended()
            #expect(ending.status == 2)
            #expect(ending.errors.contains("voiceled flash voice_to_led --port \(chattering.path)"), "\(ending.errors)")
        }

        @Test("says what to do when there is no port", arguments: ["send", "ports"])
        func noPort(command: String) async throws {
            let ending = try await voiceled(command == "send" ? ["send", "red"] : [command], among: []).ended()
            #expect(ending.status == (command == "send" ? 2 : 1))
            #expect(ending.errors.contains("--port sim"), "\(ending.errors)")
        }

        @Test("a Bluetooth port is found like any other")
        func bluetooth() async throws {
            let phone = folder.path + "/rfcomm0"
            let board = try Program(
                "voiceled-board", ["--json", "--until-stdin-closes", "--bluetooth-link", phone], input: .open)
            try await board.line { $0.contains(#""event":"ready""#) }
            let ending = try await voiceled(["send", "light two on"], among: [phone]).ended()
            #expect(ending.status == 0, "\(ending.errors)")
            try await board.line { $0.contains(#""led":"LED2","on":true"#) }
            let listed = try await voiceled(["ports"], among: [phone]).ended()
            #expect(listed.lines.first?.contains("  Bluetooth  voice_to_led") == true, "\(listed.lines)")
            await board.closeInput()
        }

        @Test("puts no sketch on a board that might be the wrong one")
        func flashAsks() async throws {
            let ending = try await voiceled(["flash"], among: ["/dev/ttyX1", "/dev/rfcomm0", "/dev/ttyX2"]).ended()
            #expect(ending.status == 2)
            #expect(
                ending.errors == """
                    voiceled: there are 2 ports that the board may be on
                        choose one: --port /dev/ttyX1 or --port /dev/ttyX2

                    """)
        }
    }
}
