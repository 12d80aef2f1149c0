import Testing

@Suite("Plain lines, as a phone sends them")
struct PlainLineTests {
    private let board = FirmwareBoard()

    @Test(
        "the sentences of the first firmware get its answers",
        arguments: [
            ("LED ON", "LED1 ON"), ("1번 불 켜 줘", "LED1 ON"), ("LED OFF", "LED1 OFF"), ("1번 불 꺼 줘", "LED1 OFF"),
            ("LED2 ON", "LED2 ON"), ("2번 불 켜 줘", "LED2 ON"), ("LED2 OFF", "LED2 OFF"), ("2번 불 꺼 줘", "LED2 OFF"),
            ("LED3 ON", "LED3 ON"), ("3번 불 켜 줘", "LED3 ON"), ("LED3 OFF", "LED3 OFF"), ("3번 불 꺼 줘", "LED3 OFF"),
            ("ALL ON", "ALL LED ON"), ("전체 불 켜 줘", "ALL LED ON"),
            ("ALL OFF", "ALL LED OFF"), ("전체 불 꺼 줘", "ALL LED OFF"),
        ])
    func firstFirmware(sentence: String, answer: String) {
        #expect(board.send(sentence + "\n", to: .bluetooth) == [answer])
    }

    @Test("Korean sentences do what they say, with or without spaces")
    func korean() {
        board.send("2번불켜줘\n", to: .bluetooth)
        #expect(board.leds == [0, 255, 0])
        board.send("전체불 켜줘\n", to: .bluetooth)
        #expect(board.leds == [255, 255, 255])
        #expect(board.lamp == [255, 255, 255])
        board.send("  1번 불   꺼 줘  \n", to: .bluetooth)
        #expect(board.leds == [0, 255, 255])
        board.send("전체 불 꺼 줘\n", to: .bluetooth)
        #expect(board.leds == [0, 0, 0])
        #expect(board.lamp == [0, 0, 0])
    }

    @Test(
        "a line may end with a line feed, a carriage return, both, or a number sign",
        arguments: ["\n", "\r", "\r\n", "#"])
    func ends(end: String) {
        #expect(board.send("LED2 ON" + end + "LED3 ON" + end) == ["LED2 ON", "LED3 ON"])
        #expect(board.leds == [0, 255, 255])
    }

    @Test("a frame right after a plain line is a frame")
    func mixed() {
        #expect(board.send("LED2 ON\n" + FirmwareBoard.frame("3 LED3 ON") + "\nled1 on\n").count == 3)
        #expect(board.leds == [255, 255, 255])
    }

    @Test(
        "other commands answer with the state they brought about",
        arguments: [
            ("led2 toggle", "LED2 ON"), ("LED2 LEVEL 40", "LED2 LEVEL 40"), ("LED2 LEVEL +30", "LED2 LEVEL 30"),
            ("LED2 LEVEL -30", "LED2 LEVEL 0"), ("LED2 BLINK 250", "LED2 BLINK 250"), ("ODD ON", "ODD LED ON"),
            ("EVEN OFF", "EVEN LED OFF"), ("ALL TOGGLE", "ALL LED TOGGLE"), ("ALL LEVEL -10", "ALL LED LEVEL -10"),
            ("LAMP ON", "LAMP ON"), ("LAMP RGB FF8000", "LAMP RGB ff8000"),
        ])
    func answers(command: String, answer: String) {
        #expect(board.send(command + "\n") == [answer])
    }

    @Test(
        "what it does not understand gets a short hint",
        arguments: [
            ("nonsense", "? try LED2 ON"), ("LED2", "? try LED2 ON"), ("2번 불", "? try LED2 ON"),
            ("9번 불 켜 줘", "? LED1 to LED3 only"), ("LED4 ON", "? LED1 to LED3 only"),
            ("LED1 RGB ff0000", "? only the lamp has colours"),
            ("LED1 LEVEL 101", "? LEVEL 0 to 100, BLINK 50 to 9999"),
        ])
    func hints(line: String, hint: String) {
        #expect(board.send(line + "\n", to: .bluetooth) == [hint])
        #expect(board.leds == [0, 0, 0])
    }

    @Test("a line over 60 bytes says so once, and the next counts")
    func tooLong() {
        #expect(board.send(String(repeating: "x", count: 500) + "\n") == ["? at most 60 bytes a line"])
        #expect(board.send("LED2 ON\n") == ["LED2 ON"])
    }

    @Test("a modem that echoes hints and notices starts no endless talk")
    func echo() {
        #expect(board.send("? try LED2 ON\n!LED2 ON b*00\n", to: .bluetooth) == [])
    }

    @Test("empty lines are nothing")
    func empty() {
        #expect(board.send("\n\r\n  \n") == [])
    }

    @Test("HELLO and STATUS answer in words")
    func words() {
        #expect(board.send("HELLO\n") == ["HELLO FROM voice_to_led: LED1 LED2 LED3 LAMP"])
        board.send("LED2 BLINK 250\n", to: .bluetooth)
        board.command("LED1 LEVEL 40")
        #expect(
            board.send("status\n", to: .bluetooth) == [
                "LED1 ON LEVEL 40 BY USB", "LED2 ON BLINK 250 BY BLUETOOTH", "LED3 OFF", "LAMP OFF RGB ffffff",
            ])
    }

    @Test("a flood of commands is carried out to the last, even if answers are lost")
    func flood() {
        let flood = String(repeating: "LED2 ON\nLED2 OFF\n", count: 200) + "LED3 ON\n"
        #expect(board.send(flood).count < 401)
        #expect(board.leds == [0, 0, 255])
    }
}
