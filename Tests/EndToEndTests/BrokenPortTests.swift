import Foundation
import LEDLink
import TerminalFixtures
import Testing

extension EndToEnd {
    @Suite("voiceled with a port that does not work")
    final class BrokenPortTests {
        private let folder = TemporaryFolder()

        private func send(to port: String, among ports: String = "") async throws -> Program.Ending {
            try await Program("voiceled", ["send", "red", "--port", port], environment: ["VOICELED_PORTS": ports])
                .ended()
        }

        /// Runs the program as somebody who may do nothing; only root can.
        private func asNobody(_ arguments: [String]) async throws -> Program.Ending {
            let program = Place.programs.appending(path: "voiceled").path
            return try await Program(
                "setpriv", ["--reuid=65534", "--regid=65534", "--clear-groups", program] + arguments
            ).ended()
        }

        @Test("says that there is no such port, and how to list those there are")
        func missing() async throws {
            let ending = try await send(to: "/dev/voiceled-nowhere")
            #expect(ending.status == 2)
            #expect(
                ending.errors == """
                    voiceled: cannot open /dev/voiceled-nowhere: no such file or directory
                        there is no serial port at all: is the board plugged in, with a cable for data?

                    """)
            let others = try await send(to: "/dev/voiceled-nowhere", among: "/dev/ttyX1 /dev/ttyX2")
            #expect(others.errors.hasSuffix("\n    is the board plugged in? What is there: /dev/ttyX1, /dev/ttyX2\n"))
        }

        @Test("says nothing else, though the recogniser is being started for it")
        func missingForListen() async throws {
            let ending = try await Program(
                "voiceled", ["listen", "--port", "/dev/voiceled-nowhere"], environment: ["VOICELED_PORTS": ""]
            ).ended()
            #expect(ending.status == 2)
            #expect(ending.errors.hasPrefix("voiceled: cannot open /dev/voiceled-nowhere: "))
            #expect(ending.errors.split(separator: "\n").count == 2, "\(ending.errors)")
            #expect(ending.leftovers == [])
        }

        @Test("says that a file or a device is no serial port", arguments: ["/dev/null", "/etc/passwd"])
        func noTerminal(path: String) async throws {
            let ending = try await send(to: path)
            #expect(ending.status == 2)
            #expect(
                ending.errors
                    == "voiceled: \(path) is not a serial port\n    `voiceled ports` lists the serial ports\n")
        }

        @Test("names a holder that is none of ours, and what to do about ModemManager")
        func otherHolders() async throws {
            let cat = try await HeldPort(by: "avrdude", in: folder.path)
            let ending = try await send(to: cat.path)
            #expect(ending.status == 2)
            #expect(
                ending.errors == """
                    voiceled: \(cat.path) is in use by avrdude (pid \(cat.holder.identifier))
                        end that program first: two programs on one port steal each other's bytes

                    """)
            let daemon = try await HeldPort(by: "ModemManager", in: folder.path)
            #expect(
                try await send(to: daemon.path).errors == """
                    voiceled: \(daemon.path) is in use by ModemManager (pid \(daemon.holder.identifier))
                        it looks for a modem in every new device: wait half a minute and try again. To keep it away: \
                    sudo systemctl stop ModemManager, or for good a udev rule with ENV{ID_MM_DEVICE_IGNORE}="1"

                    """)
        }

        @Test(
            "says that the holder is another user's, and whom it suspects",
            .enabled(if: getuid() == 0, "only root can run the program as somebody else"))
        func hiddenHolder() async throws {
            let terminal = PseudoTerminal()
            chmod(terminal.path, 0o666)
            let holder = open(terminal.path, O_RDWR | O_NOCTTY | O_CLOEXEC)
            defer { close(holder) }
            #expect(ioctl(holder, UInt(TIOCEXCL)) == 0)
            let ending = try await asNobody(["send", "red", "--port", terminal.path])
            #expect(ending.status == 2)
            #expect(
                ending.errors.hasPrefix("voiceled: \(terminal.path) is in use by a program of another user"),
                "\(ending.errors)")

            let daemon = try await HeldPort(by: "ModemManager", in: folder.path)
            let suspicion = try await asNobody(["send", "red", "--port", terminal.path])
            #expect(
                suspicion.errors.hasPrefix(
                    "voiceled: \(terminal.path) is in use by a program of another user, perhaps ModemManager (pid "),
                "\(suspicion.errors)")
            #expect(suspicion.errors.contains("sudo systemctl stop ModemManager"))
            _ = daemon
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
            for command in [["send", "red"], ["flash", Self.sketch]] {
                let ending = try await asNobody(command + ["--port", terminal.path])
                #expect(ending.status == 2)
                #expect(
                    ending.errors == """
                        voiceled: cannot open \(terminal.path): permission denied
                            add yourself to the group dialout: sudo usermod -aG dialout $USER, then log in again

                        """)
            }
        }

        private static let sketch = Place.project.appending(path: ".build/firmware/voice_to_led.hex").path

        @Test("flash says the same about a port that is held, missing, or none", arguments: ["held", "gone", "null"])
        func flash(port: String) async throws {
            let held = try await HeldPort(by: "minicom", in: folder.path)
            let path = ["held": held.path, "gone": "/dev/voiceled-nowhere", "null": "/dev/null"][port]!
            let flash = try await Program(
                "voiceled", ["flash", Self.sketch, "--port", path], environment: ["VOICELED_PORTS": ""]
            ).ended()
            let send = try await send(to: path)
            #expect(flash.status == 2)
            #expect(flash.errors.contains(path))
            #expect(flash.errors == send.errors)
        }

        @Test("says that a board never answers")
        func silent() async throws {
            let terminal = PseudoTerminal()
            let ending = try await send(to: terminal.path)
            #expect(ending.status == 2)
            #expect(
                ending.errors == """
                    voiceled: no answer from \(terminal.path) at 115200 baud
                        is the sketch voice_to_led on the board? \
                    To put it there: voiceled flash voice_to_led --port \(terminal.path)

                    """)
        }

        @Test("says that something answers which is no board of ours, and quotes it")
        func garbage() async throws {
            let port = ChatteringPort(saying: "temperature 21.5")
            let ending = try await send(to: port.path)
            #expect(ending.status == 2)
            #expect(
                ending.errors == """
                    voiceled: \(port.path) answers at 115200 baud, but not as a VoiceLED board does: "temperature 21.5"
                        there is another sketch on the board, or no board at all. \
                    To put ours on it: voiceled flash voice_to_led --port \(port.path)

                    """)
        }

        @Test("tells noise from the words of another sketch")
        func noise() async throws {
            let port = ChatteringPort(saying: "\u{F8}\u{80}\u{FF}")
            let ending = try await send(to: port.path)
            #expect(ending.status == 2)
            #expect(
                ending.errors == """
                    voiceled: \(port.path) sends noise at 115200 baud: "\\xC3\\xB8\\xC2\\x80\\xC3\\xBF"
                        its speed is another one (--baud), or another sketch is on it. \
                    To put ours on it: voiceled flash voice_to_led --port \(port.path)

                    """)
        }

        @Test("names both versions when program and sketch are not of an age", arguments: [(0, "older"), (2, "newer")])
        func otherProtocol(version: Int, age: String) async throws {
            let port = ChatteringPort { line in
                guard let frame = Frame(line: Array(line.utf8)) else { return "" }
                return Reply(sequence: frame.sequence, verdict: .ok("voice_to_led \(version) 3")).line
            }
            let ending = try await send(to: port.path)
            #expect(ending.status == 2)
            #expect(
                ending.errors.hasPrefix(
                    "voiceled: the sketch on \(port.path) speaks version \(version) of the protocol, not version 1\n"
                        + "    its sketch is \(age) than this program"), "\(ending.errors)")
            #expect(ending.errors.contains("voiceled flash voice_to_led --port \(port.path)"))
        }
    }
}
