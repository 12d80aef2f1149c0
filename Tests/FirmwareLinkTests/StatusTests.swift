import Testing

@Suite("STATUS and notices")
struct StatusTests {
    private let board = FirmwareBoard()

    @Test("a fresh board is dark, white, and set by nobody")
    func fresh() {
        #expect(status == "1- 2- 3- L-/ffffff")
    }

    @Test("STATUS tells power, level, blinking, who set it last, and the lamp's colour")
    func told() {
        board.command("LED1 ON")
        board.command("LED2 LEVEL 40")
        board.send("LED2 BLINK 250\n", to: .bluetooth)
        board.command("LAMP RGB ff8000")
        #expect(status == "1+u 2+40~250b 3- L+u/ff8000")
        board.command("LED1 LEVEL 0")
        board.command("LED2 OFF")
        #expect(status == "1-u 2-40u 3- L+u/ff8000")
    }

    @Test("asking leaves the numbers free: the command before it, sent again, would be late and is carried out")
    func repeatable() {
        #expect(board.command("STATUS", sequence: 3) == board.command("STATUS", sequence: 3))
        board.command("LED1 ON", sequence: 4)
        #expect(board.command("STATUS", sequence: 3) == [FirmwareBoard.frame("3 OK 1+u 2- 3- L-/ffffff")])
    }

    @Test("the longest STATUS is a line of 60 bytes")
    func longest() {
        board.command("ALL LEVEL 40")
        board.command("ALL BLINK 10000")
        let line = board.command("STATUS", sequence: 99)[0]
        #expect(line == FirmwareBoard.frame("99 OK 1+40~9999u 2+40~9999u 3+40~9999u L+40~9999u/ffffff"))
        #expect(line.utf8.count == 60)
    }

    @Test("the board says that it is ready")
    func ready() {
        board.sayReady()
        #expect(board.read() == [FirmwareBoard.frame("READY voice_to_led 1", sign: "!")])
        #expect(board.read(.bluetooth) == [])
    }

    @Test(
        "what the phone changes is told to the computer as a command that brings it about",
        arguments: [
            ("LED2 ON", ["LED2 ON"]), ("LED2 TOGGLE", ["LED2 ON"]), ("LED2 LEVEL +40", ["LED2 LEVEL 40"]),
            ("LED2 LEVEL 0", ["LED2 OFF"]), ("LED2 BLINK 250", ["LED2 BLINK 250"]), ("LED2 BLINK 0", ["LED2 ON"]),
            ("LAMP RGB FF0000", ["LAMP RGB ff0000"]), ("LAMP RGB 000000", ["LAMP OFF"]), ("ALL OFF", ["ALL OFF"]),
            ("전체 불 켜 줘", ["ALL ON"]), ("ODD ON", ["LED1 ON", "LED3 ON"]), ("ALL LEVEL 30", ["ALL LEVEL 30"]),
        ])
    func notices(command: String, notices: [String]) {
        board.send(command + "\n", to: .bluetooth)
        #expect(board.read() == notices.map { FirmwareBoard.frame("\($0) b", sign: "!") })
        #expect(board.read() == [])
    }

    @Test("only the phone's changes are news to the computer, and nothing is news to the phone")
    func noNews() {
        board.command("LED2 ON")
        #expect(board.send("LED3 ON\n") == ["LED3 ON"])
        #expect(board.read(.bluetooth) == [])
    }

    @Test("changes that follow each other before they are told are told so that they add up to the state")
    func newsInARow() {
        board.send("LED2 LEVEL 40\nLED2 BLINK 100\nLED2 OFF\nALL TOGGLE\n", to: .bluetooth)
        let picture = FirmwareBoard()
        for notice in board.read() {
            picture.command(String(notice.dropFirst().prefix { $0 != "*" }.dropLast(2)), sequence: 1)
        }
        #expect(picture.leds == board.leds)
        #expect(picture.lamp == board.lamp)
        #expect(board.leds == [255, 102, 255])
    }

    @Test("news never hides what the computer did after it")
    func newsAndCommand() {
        board.send("LED2 LEVEL 40\n", to: .bluetooth)
        #expect(
            board.command("LED2 OFF") == [
                FirmwareBoard.frame("1 OK"), FirmwareBoard.frame("LED2 LEVEL 40 b", sign: "!"),
                FirmwareBoard.frame("LED2 OFF b", sign: "!"),
            ])
    }

    private var status: String {
        let line = board.command("STATUS")[0]
        let text = line.dropFirst("#1 OK ".count).dropLast(3)
        #expect(line == FirmwareBoard.frame("1 OK \(text)"))
        return String(text)
    }
}
