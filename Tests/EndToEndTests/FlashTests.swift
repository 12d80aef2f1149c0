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

            let copy = folder.path + "/copy.bin"
            let reading = try await Program(
                "avrdude",
                ["-qq", "-p", "atmega328p", "-c", "arduino", "-P", port, "-b", "115200", "-U", "flash:r:\(copy):r"]
            ).ended()
            #expect(reading.status == 0)
            let image = folder.path + "/image.bin"
            let hex = Place.project.appending(path: ".build/firmware/led_aduino.hex").path
            _ = try await Program("avr-objcopy", ["-I", "ihex", "-O", "binary", hex, image]).ended()
            let wanted = try Data(contentsOf: URL(filePath: image))
            #expect(wanted.count > 5000)
            #expect(try Data(contentsOf: URL(filePath: copy)).prefix(wanted.count) == wanted)
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
