import Foundation
import TerminalFixtures
import Testing

extension EndToEnd {
    @Suite("voiceled flash")
    final class FlashTests {
        private let folder = TemporaryFolder()
        private var port: String { folder.path + "/usb" }

        /// A board with Arduino's bootloader, unless told otherwise.
        private func board(_ options: [String] = ["--bootloader"]) async throws -> Program {
            let board = try Program(
                "voiceled-board", ["--json", "--until-stdin-closes", "--link", port] + options, input: .open)
            try await board.line { $0.contains(#""event":"ready""#) }
            return board
        }

        @Test("puts another sketch on the board, which then answers, and whose flash reads back identical")
        func flashes() async throws {
            let board = try await board()
            let ending = try await Program("voiceled", ["flash", "led_aduino", "--port", port, "--json"]).ended()
            #expect(ending.status == 0, "\(ending.errors)")
            let stages = ["build", "write", "verify", "hello"]
            #expect(stages.allSatisfy { stage in ending.lines.contains { $0.contains(#""stage":"\#(stage)""#) } })
            #expect(ending.lines.last?.contains(#""result":"ok""#) == true)
            #expect(ending.lines.last?.contains(#""sketch":"led_aduino""#) == true)

            // avrdude by itself reads all of the sketch back and compares it with the file.
            let hex = Place.project.appending(path: ".build/firmware/led_aduino.hex").path
            let reading = try await Program(
                "avrdude",
                ["-p", "atmega328p", "-c", "arduino", "-P", port, "-b", "115200", "-U", "flash:v:\(hex):i"]
            ).ended()
            #expect(reading.status == 0)
            #expect(reading.errors.contains("bytes of flash verified"))
            await board.closeInput()
        }

        @Test("gives up in time on a board without a bootloader")
        func noBootloader() async throws {
            let board = try await board([])
            let ending = try await Program("voiceled", ["flash", "--port", port, "--timeout", "2"]).ended()
            #expect(ending.status == 2)
            #expect(
                ending.errors == """
                    voiceled: cannot write the flash: no bootloader answers on \(port) at 115200 baud
                        is it an Uno? Pull whatever is on its pins 0 and 1, press its reset button and try again

                    """)
            #expect(ending.leftovers.isEmpty)
            await board.closeInput()
        }

        @Test("gives up in time on a board that stops in the middle, and mends it next time, for the port is free")
        func stops() async throws {
            let board = try await board()
            let flash = try Program("voiceled", ["flash", "led_aduino", "--port", port, "--timeout", "8", "--json"])
            try await flash.line { $0.contains(#""stage":"write""#) && !$0.contains(#""percent":0"#) }
            board.signal(SIGSTOP)
            let ending = try await flash.ended()
            board.signal(SIGCONT)
            #expect(ending.status == 2)
            #expect(
                ending.errors == """
                    voiceled: writing to \(port) was given up after 8 s
                        the board may hold half a sketch; flash it again, or allow more time with --timeout

                    """)
            #expect(ending.leftovers.isEmpty)
            let again = try await Program("voiceled", ["flash", "led_aduino", "--port", port]).ended()
            #expect(again.status == 0, "\(again.errors)")
            await board.closeInput()
        }

        @Test("says at once that the board was unplugged while it was written to")
        func unplugged() async throws {
            let board = try await board()
            let flash = try Program("voiceled", ["flash", "led_aduino", "--port", port, "--timeout", "3600", "--json"])
            try await flash.line { $0.contains(#""stage":"write""#) && !$0.contains(#""percent":0"#) }
            board.signal(SIGKILL)
            let ending = try await flash.ended()
            #expect(ending.status == 2)
            #expect(
                ending.errors == """
                    voiceled: cannot write the flash: the board at \(port) was unplugged meanwhile
                        the board may hold half a sketch; plug it in and flash it again

                    """)
            #expect(ending.leftovers.isEmpty)
        }

        @Test("says so when another sketch answers than the one that was written")
        func wrongSketch() async throws {
            let board = try await board()
            try FileManager.default.copyItem(
                atPath: Place.project.path + "/.build/firmware/led_aduino.hex",
                toPath: folder.path + "/voice_to_led.hex")
            let ending = try await Program(
                "voiceled", ["flash", "voice_to_led", "--port", port], environment: ["VOICELED_FIRMWARE": folder.path]
            ).ended()
            #expect(ending.status == 2)
            #expect(
                ending.errors.hasPrefix("voiceled: voice_to_led was written to \(port), but led_aduino answers\n"))
            await board.closeInput()
        }

        @Test("shows the compiler's last words when the sketch does not compile, and leaves the board alone")
        func broken() async throws {
            let files = FileManager.default
            let programs = folder.path + "/bin"
            for place in ["/bin", "/Scripts", "/Firmware/libraries", "/Firmware/voice_to_led"] {
                try files.createDirectory(atPath: folder.path + place, withIntermediateDirectories: true)
            }
            try files.copyItem(
                atPath: Place.programs.appending(path: "voiceled").path, toPath: programs + "/voiceled")
            try files.copyItem(
                atPath: Place.project.path + "/Scripts/build-firmware",
                toPath: folder.path + "/Scripts/build-firmware")
            try Data("void setup() { light(; }\nvoid loop() {}\n".utf8)
                .write(to: URL(filePath: folder.path + "/Firmware/voice_to_led/voice_to_led.ino"))
            let ending = try await Program(programs + "/voiceled", ["flash", "--port", port]).ended()
            #expect(ending.status == 2)
            #expect(ending.errors.hasPrefix("voiceled: cannot build the sketches:\n"))
            #expect(ending.errors.contains("voice_to_led does not compile\n"))
            #expect(ending.errors.contains("    a sketch that is built already can be named by its file"))
        }

        @Test("says what is wrong with the port before anything is written")
        func noPort() async throws {
            let ending = try await Program("voiceled", ["flash", "--port", port]).ended()
            #expect(ending.status == 2)
            #expect(ending.errors.hasPrefix("voiceled: cannot open \(port): no such file or directory\n"))
        }

        @Test("writes no sketch over Bluetooth")
        func overBluetooth() async throws {
            let ending = try await Program("voiceled", ["flash", "--port", "/dev/rfcomm0"]).ended()
            #expect(ending.status == 2)
            #expect(
                ending.errors == """
                    voiceled: cannot write the flash over /dev/rfcomm0: Bluetooth does not reach the board's bootloader
                        connect the board over USB for this

                    """)
        }

        @Test("says how to get avrdude when it is not installed")
        func noAvrdude() async throws {
            let board = try await board()
            let ending = try await Program(
                "voiceled", ["flash", "--port", port],
                environment: ["PATH": "/nonexistent", "VOICELED_FIRMWARE": Place.project.path + "/.build/firmware"]
            ).ended()
            #expect(ending.status == 2)
            #expect(
                ending.errors == """
                    voiceled: cannot write the flash: the program avrdude is not installed
                        on Debian or Ubuntu: sudo apt-get install avrdude

                    """)
            await board.closeInput()
        }

        @Test("refuses a sketch that does not exist")
        func noSketch() async throws {
            let ending = try await Program("voiceled", ["flash", "blink", "--port", port]).ended()
            #expect(ending.status == 2)
            #expect(
                ending.errors
                    == "voiceled: there is no sketch \"blink\"\n    voice_to_led, led_aduino, or a .hex file\n")
            // Also before a board is looked for.
            let file = try await Program(
                "voiceled", ["flash", "/nowhere/blink.hex"], environment: ["VOICELED_PORTS": ""]
            ).ended()
            #expect(file.status == 2)
            #expect(
                file.errors == """
                    voiceled: cannot read the sketch /nowhere/blink.hex: No such file or directory
                        check the spelling, and the folder that you are in

                    """)
        }

        @Test("a Bluetooth port is a port like any other, at its own speed")
        func bluetooth() async throws {
            let phone = folder.path + "/bluetooth"
            let board = try await board(["--bluetooth-link", phone])
            let ending = try await Program("voiceled", ["send", "light two on", "--port", phone, "--baud", "9600"])
                .ended()
            #expect(ending.status == 0, "\(ending.errors)")
            try await board.line { $0.contains(#""led":"LED2","on":true"#) }
            await board.closeInput()
        }
    }
}
