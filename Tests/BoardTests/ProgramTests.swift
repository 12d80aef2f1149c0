import Foundation
import Glibc
import Testing

@Suite("voiceled-board", .serialized)
struct ProgramTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "board-\(UUID().uuidString)")

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    @Test("resets the chip when a program opens the port, and the sketch says that it is ready")
    func autoReset() throws {
        let board = try SimulatedBoard()
        let phone = try OpenPort(board.ready.bluetooth)
        #expect(try phone.ask("LED2 ON") == "LED2 ON")
        #expect(try board.change(of: "LED2").on == true)
        let usb = try OpenPort(board.ready.port)
        _ = try board.next { $0.event == "reset" }
        #expect(try board.change(of: "LED2").on == false)
        #expect(try usb.line() == "!READY voice_to_led 1*4f")
    }

    @Test("throws away what is sent while nobody has the port open")
    func nobodyListens() throws {
        let board = try SimulatedBoard("--no-auto-reset")
        let phone = try OpenPort(board.ready.bluetooth)
        #expect(try phone.ask("LED2 ON") == "LED2 ON")
        #expect(try phone.ask("LED2 OFF") == "LED2 OFF")
        // Both notices have left the chip before this answer.
        #expect(try phone.ask("HELLO") == "HELLO FROM voice_to_led: LED1 LED2 LED3 LAMP")
        let usb = try OpenPort(board.ready.port)
        #expect(try usb.ask("LED3 ON") == "LED3 ON")
    }

    @Test("gives its ports the names it is told, and takes them away when it ends")
    func links() throws {
        let usb = folder.appending(path: "usb").path
        let bluetooth = folder.appending(path: "bluetooth").path
        // Left behind by a run that was killed.
        try FileManager.default.createSymbolicLink(atPath: usb, withDestinationPath: "/dev/pts/none")
        let board = try SimulatedBoard("--link", usb, "--bluetooth-link", bluetooth)
        #expect(board.ready.port == usb)
        #expect(board.ready.bluetooth == bluetooth)
        #expect(try OpenPort(bluetooth).ask("LED1 ON") == "LED1 ON")
        board.signal(SIGTERM)
        _ = try board.next { $0.event == "end" }
        #expect(try board.exitStatus() == 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }

    @Test("exits with 130 when interrupted")
    func interrupted() throws {
        let board = try SimulatedBoard()
        board.signal(SIGINT)
        #expect(try board.exitStatus() == 130)
    }

    @Test("ends with its standard input, that is, with the program that started it")
    func untilStdinCloses() throws {
        let board = try SimulatedBoard("--until-stdin-closes")
        board.closeInput()
        #expect(try board.exitStatus() == 0)
    }

    @Test("ends quietly when nobody reads its output any more")
    func closedOutput() throws {
        let run = try ProgramRun(["--json"])
        #expect(try run.output.line()?.hasPrefix(#"{"event":"ready""#) == true)
        run.closeOutput()
        #expect(try run.exitStatus() == 0)
        #expect(try run.errors.rest() == "")
    }

    @Test("is never ahead of true time")
    func time() throws {
        let board = try SimulatedBoard("--sketch", "led_aduino")
        let first = try board.change(of: "LED1")
        let second = try board.change(of: "LED1")
        #expect(second.at - first.at > second.sim - first.sim - 0.000_01)
    }

    @Test("runs Intel HEX as well")
    func hex() throws {
        let path = try #require(Self.firmware).appending(path: "led_aduino.hex").path
        let board = try SimulatedBoard("--sketch", path)
        #expect(board.ready.sketch == "led_aduino")
        #expect(try board.change(of: "LED3").on == true)
    }

    @Test("says what to do when the sketches are not built")
    func missingSketch() throws {
        let run = try ProgramRun([], environment: ["VOICELED_FIRMWARE=\(folder.path)"])
        #expect(try run.exitStatus() == 2)
        #expect(
            try run.errors.rest() == """
                voiceled-board: cannot find the sketch voice_to_led.elf: not in \(folder.path)
                voiceled-board: build the sketches with: make firmware

                """)
    }

    @Test("refuses a file that is no firmware")
    func notFirmware() throws {
        let path = folder.appending(path: "letter.elf").path
        try "Dear board,".write(toFile: path, atomically: true, encoding: .utf8)
        let run = try ProgramRun(["--sketch", path])
        #expect(try run.exitStatus() == 2)
        let expected = "voiceled-board: cannot load the sketch \(path): it is neither an AVR ELF file nor Intel HEX\n"
        #expect(try run.errors.rest() == expected)
    }

    @Test("refuses Intel HEX that is cut short or damaged")
    func damagedHex() throws {
        let whole = try String(contentsOf: #require(Self.firmware).appending(path: "led_aduino.hex"), encoding: .utf8)
        let path = folder.appending(path: "damaged.hex").path
        for damaged in [String(whole.prefix(5000)), whole.replacing(":00000001FF", with: ""), ":" + whole] {
            try damaged.write(toFile: path, atomically: true, encoding: .utf8)
            let run = try ProgramRun(["--sketch", path])
            #expect(try run.exitStatus() == 2)
            #expect(try run.errors.rest().hasPrefix("voiceled-board: cannot load the sketch \(path): it is neither"))
        }
    }

    @Test("refuses a name for its port that something else has")
    func linkInTheWay() throws {
        let path = folder.appending(path: "usb").path
        try "mine".write(toFile: path, atomically: true, encoding: .utf8)
        let run = try ProgramRun(["--link", path])
        #expect(try run.exitStatus() == 2)
        #expect(
            try run.errors.rest() == """
                voiceled-board: cannot make the link \(path): File exists (errno 17)
                voiceled-board: something else has that name; choose another

                """)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
    }

    @Test("refuses an option it does not have")
    func wrongUse() throws {
        let run = try ProgramRun(["--colour"])
        #expect(try run.exitStatus() == 2)
        #expect(try run.errors.rest().contains("Unknown option '--colour'"))
    }

    /// Where the sketches lie: in `firmware`, above the folder of the tests.
    static var firmware: URL? {
        if let folder = ProcessInfo.processInfo.environment["VOICELED_FIRMWARE"] { return URL(filePath: folder) }
        var folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        while folder.path != "/" {
            let candidate = folder.appending(path: "firmware")
            if FileManager.default.fileExists(atPath: candidate.path) { return candidate }
            folder.deleteLastPathComponent()
        }
        return nil
    }
}
