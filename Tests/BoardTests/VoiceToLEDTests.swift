import Testing

@Suite("voice_to_led in the simulated chip", .serialized)
struct VoiceToLEDTests {
    private let board: SimulatedBoard
    private let usb: OpenPort

    init() throws {
        board = try SimulatedBoard("--no-auto-reset")
        usb = try OpenPort(board.ready.port)
    }

    @Test("lights each LED at its pin", arguments: ["LED1", "LED2", "LED3"])
    func leds(led: String) throws {
        #expect(try usb.ask("\(led) ON") == "\(led) ON")
        let lit = try board.change(of: led)
        #expect(lit.on == true)
        #expect(lit.level == 100)
        #expect(try usb.ask("\(led) OFF") == "\(led) OFF")
        #expect(try board.change(of: led).on == false)
    }

    @Test("answers a frame with a frame")
    func frame() throws {
        #expect(try usb.ask("#17 LED2 ON*82") == "#17 OK*d2")
        #expect(try board.change(of: "LED2").on == true)
    }

    @Test("mixes the lamp's colour by PWM on its three pins, as one change")
    func lamp() throws {
        #expect(try usb.ask("LAMP RGB ff8000") == "LAMP RGB ff8000")
        let orange = try board.change(of: "LAMP")
        #expect(orange.on == true)
        #expect(orange.color == "ff8000")
        #expect(try usb.ask("LAMP LEVEL 50") == "LAMP LEVEL 50")
        let dimmed = try board.change(of: "LAMP")
        #expect(dimmed.color == "804000")
        #expect(dimmed.level == 50)
        #expect(try usb.ask("LAMP OFF") == "LAMP OFF")
        #expect(try board.change(of: "LAMP").on == false)
    }

    @Test("dims with the chip's PWM and, on pins without it, by switching", arguments: ["LED1", "LED2", "LED3"])
    func dims(led: String) throws {
        #expect(try usb.ask("\(led) LEVEL 40") == "\(led) LEVEL 40")
        let dimmed = try board.next { $0.led == led && $0.level != 100 }
        #expect(try 38...42 ~= #require(dimmed.level))
        #expect(try usb.ask("\(led) LEVEL 100") == "\(led) LEVEL 100")
        // What was measured of the level before may be told once more in between.
        let full = try board.next { $0.led == led && $0.level == 100 }
        #expect(full.level == 100)
    }

    @Test("blinks in the rhythm it is told, within a millisecond")
    func blinks() throws {
        #expect(try usb.ask("LED3 BLINK 60") == "LED3 BLINK 60")
        let edges = try (0..<6).map { _ in try board.change(of: "LED3") }
        #expect(edges.map(\.on) == [true, false, true, false, true, false])
        for (earlier, later) in zip(edges, edges.dropFirst()) {
            #expect(abs(later.sim - earlier.sim - 0.060) < 0.0015)
        }
    }

    @Test("obeys a phone, answers it in words, and tells the computer")
    func phone() throws {
        let phone = try OpenPort(board.ready.bluetooth)
        #expect(try phone.ask("2번 불 켜 줘") == "LED2 ON")
        #expect(try board.change(of: "LED2").on == true)
        #expect(try usb.line() == "!LED2 ON b*7c")
        #expect(try phone.ask("ALL OFF") == "ALL LED OFF")
        #expect(try usb.line() == "!ALL OFF b*e1")
    }

    @Test("obeys both ends at once, the last one wins")
    func lastWins() throws {
        let phone = try OpenPort(board.ready.bluetooth)
        #expect(try phone.ask("LED1 ON") == "LED1 ON")
        #expect(try usb.line() == "!LED1 ON b*07")
        #expect(try usb.ask("LED1 OFF") == "LED1 OFF")
        #expect(try phone.ask("STATUS") == "LED1 OFF BY USB")
    }

    @Test("keeps up with 500 commands written at once")
    func flood() throws {
        usb.write(String(repeating: "#17 LED2 ON*82\n#18 LED2 OFF*ac\n", count: 250) + "#19 LED3 ON*44\n")
        #expect(try board.change(of: "LED3").on == true)
    }
}
