import Testing

@Suite("What the lights do")
struct LightTests {
    private let board = FirmwareBoard()

    @Test("all means LEDs and lamp, odd and even only LEDs")
    func groups() {
        board.command("ALL ON")
        #expect(board.leds + board.lamp == [255, 255, 255, 255, 255, 255])
        board.command("ODD OFF")
        #expect(board.leds == [0, 255, 0])
        board.command("EVEN OFF")
        #expect(board.leds == [0, 0, 0])
        #expect(board.lamp == [255, 255, 255])
    }

    @Test("a level dims, zero darkens, and on returns to the last level")
    func level() {
        board.command("LED1 LEVEL 40")
        #expect(board.leds[0] == 102)
        board.command("LED1 LEVEL 0")
        #expect(board.leds[0] == 0)
        board.command("LED1 ON")
        #expect(board.leds[0] == 102)
        board.command("LED1 LEVEL 100")
        #expect(board.leds[0] == 255)
    }

    @Test("steps of level stop at both ends, and count from zero while dark")
    func steps() {
        board.command("LED1 LEVEL +30", sequence: 1)
        #expect(board.leds[0] == 77)
        board.command("LED1 LEVEL +90", sequence: 2)
        #expect(board.leds[0] == 255)
        board.command("LED1 LEVEL -100", sequence: 3)
        #expect(board.leds[0] == 0)
        board.command("LED1 LEVEL -1", sequence: 4)
        #expect(board.leds[0] == 0)
    }

    @Test("the lamp is white at first; a colour lights it; level scales the colour; black is dark and forgets nothing")
    func lamp() {
        board.command("LAMP ON")
        #expect(board.lamp == [255, 255, 255])
        board.command("LAMP OFF")
        board.command("LAMP RGB ff8000")
        #expect(board.lamp == [255, 128, 0])
        board.command("LAMP LEVEL 50")
        #expect(board.lamp == [128, 64, 0])
        board.command("LAMP RGB 000000")
        #expect(board.lamp == [0, 0, 0])
        board.command("LAMP ON")
        #expect(board.lamp == [128, 64, 0])
    }

    @Test("blinking starts with light and keeps its rhythm, also where the clock wraps around")
    func blink() {
        let board = FirmwareBoard(now: .max - 600)
        board.command("LED2 BLINK 250")
        var seen: [UInt8] = []
        for _ in 0..<8 {
            seen.append(board.leds[1])
            board.wait(249)
            seen.append(board.leds[1])
            board.wait(1)
        }
        #expect(seen == [255, 255, 0, 0, 255, 255, 0, 0, 255, 255, 0, 0, 255, 255, 0, 0])
    }

    @Test("late ticks do not shift the rhythm, and a long stop is not made up for")
    func lateTicks() {
        board.command("LED2 BLINK 100")
        board.wait(130)
        #expect(board.leds[1] == 0)
        board.wait(70)
        #expect(board.leds[1] == 255)
        board.wait(5050)
        #expect(board.leds[1] == 0)
        board.wait(99)
        #expect(board.leds[1] == 0)
        board.wait(1)
        #expect(board.leds[1] == 255)
    }

    @Test("lights told to blink together blink together")
    func blinkTogether() {
        board.command("ALL BLINK 100")
        board.wait(100)
        #expect(board.leds + board.lamp == [0, 0, 0, 0, 0, 0])
        board.wait(100)
        #expect(board.leds + board.lamp == [255, 255, 255, 255, 255, 255])
    }

    @Test(
        "on, off, toggle, a level and BLINK 0 end blinking", arguments: ["ON", "LEVEL 100", "BLINK 0", "OFF", "TOGGLE"])
    func endsBlinking(action: String) {
        board.command("LED2 BLINK 100")
        board.wait(100)
        #expect(board.leds[1] == 0)
        board.command("LED2 \(action)")
        let expected: UInt8 = action == "OFF" || action == "TOGGLE" ? 0 : 255
        #expect(board.leds[1] == expected)
        board.wait(100)
        #expect(board.leds[1] == expected)
    }

    @Test("a colour changes a blinking lamp without ending it")
    func colorWhileBlinking() {
        board.command("LAMP BLINK 100")
        board.command("LAMP RGB 00ff00")
        #expect(board.lamp == [0, 255, 0])
        board.wait(100)
        #expect(board.lamp == [0, 0, 0])
    }
}
