import Testing

/// What the first firmware understood, and what it answered.
@Suite("The first firmware's words")
struct FirstFirmwareTests {
    private static let conversation = [
        ("LED ON", "LED1 ON"), ("LED OFF", "LED1 OFF"),
        ("LED1 ON", "LED1 ON"), ("LED1 OFF", "LED1 OFF"),
        ("LED2 ON", "LED2 ON"), ("LED2 OFF", "LED2 OFF"),
        ("LED3 ON", "LED3 ON"), ("LED3 OFF", "LED3 OFF"),
        ("ALL ON", "ALL LED ON"), ("ALL OFF", "ALL LED OFF"),
        ("1번 불 켜 줘", "LED1 ON"), ("1번 불 꺼 줘", "LED1 OFF"),
        ("2번 불 켜 줘", "LED2 ON"), ("2번 불 꺼 줘", "LED2 OFF"),
        ("3번 불 켜 줘", "LED3 ON"), ("3번 불 꺼 줘", "LED3 OFF"),
        ("전체 불 켜 줘", "ALL LED ON"), ("전체 불 꺼 줘", "ALL LED OFF"),
    ]

    @Test("get the answers it gave, from the computer and from the phone", arguments: [false, true])
    func answers(fromPhone: Bool) throws {
        let board = try SimulatedBoard("--no-auto-reset")
        let port = try OpenPort(fromPhone ? board.ready.bluetooth : board.ready.port)
        for (line, answer) in Self.conversation { #expect(try port.ask(line) == answer) }
    }

    @Test("turn the LEDs they name on and off", arguments: [false, true])
    func lights(fromPhone: Bool) throws {
        let board = try SimulatedBoard("--no-auto-reset")
        let port = try OpenPort(fromPhone ? board.ready.bluetooth : board.ready.port)
        for (number, led) in ["LED1", "LED2", "LED3"].enumerated() {
            _ = try port.ask("\(number + 1)번 불 켜 줘")
            #expect(try board.change(of: led).on == true)
            _ = try port.ask("\(led) OFF")
            #expect(try board.change(of: led).on == false)
        }
        _ = try port.ask("전체 불 켜 줘")
        #expect(try board.change(of: "LED1").on == true)
        _ = try port.ask("ALL OFF")
        #expect(try board.change(of: "LED1").on == false)
    }

    @Test("are taken from a phone and a computer that both never pause, and none is lost")
    func bothAtOnce() throws {
        let board = try SimulatedBoard("--no-auto-reset")
        let usb = try OpenPort(board.ready.port)
        let phone = try OpenPort(board.ready.bluetooth)
        phone.write(String(repeating: "1번 불 켜 줘\nLED1 OFF\n", count: 40))
        for _ in 0..<50 {
            for (frame, answer) in [("#17 LED2 ON*82", "#17 OK*d2"), ("#18 LED2 OFF*ac", "#18 OK*00")] {
                usb.write(frame + "\n")
                // Sent once: a lost byte on either side leaves nothing to read here.
                while let line = try usb.line(), line != answer { #expect(line.hasPrefix("!LED1 ")) }
            }
        }
        for _ in 0..<40 {
            #expect(try phone.line() == "LED1 ON")
            #expect(try phone.line() == "LED1 OFF")
        }
    }
}
