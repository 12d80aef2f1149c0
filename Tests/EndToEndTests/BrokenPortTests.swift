import Foundation
import TerminalFixtures
import Testing

extension EndToEnd {
    @Suite("voiceled with a port that does not work")
    struct BrokenPortTests {
        private func send(to port: String) async throws -> Program.Ending {
            try await Program("voiceled", ["send", "red", "--port", port]).ended()
        }

        @Test("says that there is no such port, and how to list those there are")
        func missing() async throws {
            let ending = try await send(to: "/dev/voiceled-nowhere")
            #expect(ending.status == 2)
            #expect(
                ending.errors == """
                    voiceled: cannot open /dev/voiceled-nowhere: no such file or directory
                        is the board plugged in? `voiceled ports` lists what is there

                    """)
        }

        @Test("says that a file is no serial port")
        func noTerminal() async throws {
            let ending = try await send(to: "/dev/null")
            #expect(ending.status == 2)
            #expect(ending.errors.hasPrefix("voiceled: /dev/null is not a serial port\n"), "\(ending.errors)")
        }

        @Test("names the program that holds the port")
        func inUse() async throws {
            let board = try Program("voiceled-board", ["--json", "--until-stdin-closes"], input: .open)
            let ready = try await board.line { $0.contains("\"ready\"") }
            let port = try #require(Self.port(in: ready))
            let holder = try Program("voiceled", ["repl", "--port", port, "--json"], input: .open)
            await holder.write("red\n")
            try await holder.event("board") { $0.result == "ok" }

            let ending = try await send(to: port)
            #expect(ending.status == 2)
            #expect(
                ending.errors.hasPrefix("voiceled: \(port) is in use by voiceled (pid \(holder.identifier))\n"),
                "\(ending.errors)")

            await holder.closeInput()
            #expect(try await holder.ended().status == 0)
            #expect(try await send(to: port).status == 0)
            await board.closeInput()
        }

        private static func port(in line: String) -> String? {
            let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            return object?["port"] as? String
        }

        @Test(
            "says what to do about a port that may not be opened",
            .enabled(if: getuid() == 0, "only root can give a port away and run the program as somebody else"))
        func denied() async throws {
            let terminal = PseudoTerminal()
            // As Linux sets up a real one.
            let group = try #require(getgrnam("dialout"), "this system has no group dialout")
            chown(terminal.path, 0, group.pointee.gr_gid)
            chmod(terminal.path, 0o660)
            let program = Place.programs.appending(path: "voiceled").path
            let nobody = try Program(
                "setpriv",
                ["--reuid=65534", "--regid=65534", "--clear-groups", program, "send", "red", "--port", terminal.path])
            let ending = try await nobody.ended()
            #expect(ending.status == 2)
            #expect(
                ending.errors.hasPrefix("voiceled: cannot open \(terminal.path): permission denied"), "\(ending.errors)"
            )
            #expect(ending.errors.contains("sudo usermod -aG dialout $USER"), "\(ending.errors)")
        }

        @Test("says that a board never answers")
        func silent() async throws {
            let terminal = PseudoTerminal()
            let ending = try await send(to: terminal.path)
            #expect(ending.status == 2)
            #expect(ending.errors.hasPrefix("voiceled: no answer from \(terminal.path)"), "\(ending.errors)")
            #expect(ending.errors.contains("is the sketch voice_to_led on the board?"), "\(ending.errors)")
        }

        @Test("says that something answers which is no board of ours, and quotes it")
        func garbage() async throws {
            let port = ChatteringPort(saying: "temperature 21.5")
            let ending = try await send(to: port.path)
            #expect(ending.status == 2)
            #expect(ending.errors.contains("\(port.path) answers at"), "\(ending.errors)")
            #expect(ending.errors.contains("temperature 21.5"), "\(ending.errors)")
        }
    }
}
