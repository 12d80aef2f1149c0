import Testing

/// What the first firmware understood, and what it answered.
@Suite("The first firmware's words", .serialized)
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
    func answers(fromPhone: Bool) async throws {
        let answers = try await onOwnThread {
            let board = try SimulatedBoard("--no-auto-reset")
            let port = try OpenPort(fromPhone ? board.ready.bluetooth : board.ready.port)
            return try Self.conversation.map { line, _ in try port.ask(line) }
        }
        #expect(answers == Self.conversation.map { $1 })
    }

    @Test("turn the LEDs they name on and off", arguments: [false, true])
    func lights(fromPhone: Bool) async throws {
        let seen = try await onOwnThread {
            let board = try SimulatedBoard("--no-auto-reset")
            let port = try OpenPort(fromPhone ? board.ready.bluetooth : board.ready.port)
            var seen: [Bool?] = []
            for (number, led) in ["LED1", "LED2", "LED3"].enumerated() {
                for line in ["\(number + 1)번 불 켜 줘", "\(led) OFF"] {
                    _ = try port.ask(line)
                    seen.append(try board.change(of: led).on)
                }
            }
            for line in ["전체 불 켜 줘", "ALL OFF"] {
                _ = try port.ask(line)
                seen.append(try board.change(of: "LED1").on)
            }
            return seen
        }
        #expect(seen == [true, false, true, false, true, false, true, false])
    }

    @Test("are taken from a phone and a computer that both never pause, and none is lost")
    func bothAtOnce() async throws {
        let (answers, notices) = try await onOwnThread {
            let board = try SimulatedBoard("--no-auto-reset")
            let usb = try OpenPort(board.ready.port)
            let phone = try OpenPort(board.ready.bluetooth)
            phone.write(String(repeating: "1번 불 켜 줘\nLED1 OFF\n", count: 40))
            var notices: [String] = []
            for _ in 0..<50 {
                for (frame, answer) in [("#17 LED2 ON*82", "#17 OK*d2"), ("#18 LED2 OFF*ac", "#18 OK*00")] {
                    usb.write(frame + "\n")
                    // Sent once: were a byte lost on either side, nothing would come.
                    while let line = try usb.line(), line != answer { notices.append(line) }
                }
            }
            return (try (0..<80).map { _ in try phone.line() }, notices)
        }
        #expect(answers == (0..<80).map { $0 % 2 == 0 ? "LED1 ON" : "LED1 OFF" })
        #expect(notices.allSatisfy { $0.hasPrefix("!LED1 ") })
    }
}
