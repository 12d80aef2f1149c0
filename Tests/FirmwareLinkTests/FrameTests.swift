import Testing

@Suite("Frames from the computer")
struct FrameTests {
    private let board = FirmwareBoard()

    @Test("the checksum is CRC-8 with polynomial 07, by its published check value")
    func checkValue() {
        #expect(FirmwareBoard.crc("123456789") == 0xF4)
        #expect(FirmwareBoard.crc("") == 0)
    }

    @Test("a command is carried out and acknowledged")
    func obeys() {
        #expect(board.send("#17 LED2 ON*\(String(FirmwareBoard.crc("17 LED2 ON"), radix: 16))\n") == [ok(17)])
        #expect(board.leds == [0, 255, 0])
    }

    @Test("lower case, upper-case digits of the checksum and a leading zero are all right")
    func lenient() {
        let frame = FirmwareBoard.frame("07 led2 on").uppercased()
        #expect(board.send(FirmwareBoard.frame("07 led2 on") + "\r") == [ok(7)])
        #expect(board.send(FirmwareBoard.frame("08 LED2 OFF").uppercased() + "\n") == [ok(8)])
        #expect(frame.hasPrefix("#07 LED2 ON*"))
        #expect(board.leds == [0, 0, 0])
    }

    @Test("a damaged line gets no answer and does nothing, wherever the damage is")
    func damaged() {
        let line = Array((FirmwareBoard.frame("17 LED2 ON") + "\n").utf8)
        for position in 1..<line.count - 1 {
            var damaged = line
            damaged[position] ^= 0x01
            #expect(board.send(damaged) == [], "byte \(position)")
            #expect(board.leds == [0, 0, 0], "byte \(position)")
        }
    }

    @Test("a line cut short anywhere does nothing, and the next one counts")
    func cut() {
        let line = Array(FirmwareBoard.frame("17 LED2 ON").utf8)
        for length in 1..<line.count {
            #expect(board.send(Array(line.prefix(length))) == [])
            #expect(
                board.send(FirmwareBoard.frame("\(length) LED3 ON") + "\n") == [ok(length)], "after \(length) bytes")
            #expect(board.leds == [0, 0, 255])
        }
    }

    @Test("the same line again is answered again and not carried out again")
    func duplicate() {
        #expect(board.command("LED1 TOGGLE", sequence: 4) == [ok(4)])
        #expect(board.command("LED1 TOGGLE", sequence: 4) == [ok(4)])
        #expect(board.leds == [255, 0, 0])
        #expect(board.command("LED1 TOGGLE", sequence: 5) == [ok(5)])
        #expect(board.leds == [0, 0, 0])
    }

    @Test("a refusal is repeated too")
    func duplicateRefusal() {
        #expect(board.command("LED9 ON", sequence: 4) == board.command("LED9 ON", sequence: 4))
    }

    @Test("the same number with another command is another command")
    func sameNumber() {
        board.command("LED1 ON", sequence: 4)
        #expect(board.command("LED2 ON", sequence: 4) == [ok(4)])
        #expect(board.leds == [255, 255, 0])
    }

    @Test("HELLO starts the numbers anew")
    func hello() {
        let abilities = "voice_to_led 1 3 1:L 2:L 3:L L:LC +CRC2"
        board.command("LED1 TOGGLE", sequence: 4)
        #expect(board.command("HELLO", sequence: 9) == [FirmwareBoard.frame("9 OK \(abilities)")])
        #expect(board.command("HELLO", sequence: 9) == [FirmwareBoard.frame("9 OK \(abilities)")])
        board.command("LED1 TOGGLE", sequence: 4)
        #expect(board.leds == [0, 0, 0])
    }

    @Test("a board without a lamp says so")
    func helloWithoutLamp() {
        let board = FirmwareBoard(sketch: "led_aduino", hasLamp: false)
        #expect(board.command("HELLO") == [FirmwareBoard.frame("1 OK led_aduino 1 3 1:L 2:L 3:L +CRC2")])
        #expect(board.command("LAMP ON", sequence: 2) == [FirmwareBoard.frame("2 ERR led")])
    }

    @Test(
        "what cannot be done is refused with a word, and nothing of it is done",
        arguments: [
            ("BULB ON", "unknown"), ("LED2 SHINE", "unknown"), ("LEDx ON", "unknown"), ("LED2 ON*5C", "unknown"),
            ("ALL", "syntax"), ("LED2 ON NOW", "syntax"), ("LED2 LEVEL", "syntax"), ("LED2 LEVEL 5x", "syntax"),
            ("LED2 LEVEL +", "syntax"), ("LAMP RGB ff00", "syntax"), ("LAMP RGB gg0000", "syntax"),
            ("LED2 BLINK -50", "syntax"), ("LED0 ON", "led"), ("LED4 ON", "led"), ("LED99999999 ON", "led"),
            ("LED2 RGB ff0000", "color"), ("ALL RGB ff0000", "color"), ("ODD RGB ff0000", "color"),
            ("LED2 LEVEL 101", "range"), ("LED2 LEVEL -101", "range"), ("LED2 LEVEL 4294967297", "range"),
            ("LED2 BLINK 49", "range"), ("LED2 BLINK 10001", "range"),
        ])
    func refuses(command: String, word: String) {
        #expect(board.command(command) == [FirmwareBoard.frame("1 ERR \(word)")])
        #expect(board.leds == [0, 0, 0])
        #expect(board.lamp == [0, 0, 0])
    }

    @Test("a line over 60 bytes is thrown away until its end")
    func tooLong() {
        let long = FirmwareBoard.frame("17 LED2 ON" + String(repeating: " ", count: 47))
        #expect(long.utf8.count == 61)
        #expect(board.send(long + "\n") == [])
        let longest = FirmwareBoard.frame("17 LED2 ON" + String(repeating: " ", count: 46))
        #expect(board.send(longest + "\n") == [ok(17)])
    }

    @Test("no garbage does anything, and a command after it counts")
    func garbage() {
        var generator = SplitMix(state: 2026)
        for round in 0..<2000 {
            let noise = (0..<Int.random(in: 1...200, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            board.send(noise)
            #expect(board.leds == [0, 0, 0], "round \(round)")
        }
        board.send("\n")
        #expect(board.command("LED1 ON") == [ok(1)])
    }

    @Test("answers are shorter than their commands, so that no flood of commands can drown the board")
    func answerLength() {
        for command in ["ALL ON", "LED1 ON", "ODD OFF", "LAMP RGB ff0000", "LED2 LEVEL 5", "ALL BLINK 0"] {
            let answer = board.command(command, sequence: 17)
            #expect(answer == [ok(17)])
            #expect(answer[0].utf8.count < FirmwareBoard.frame("17 \(command)").utf8.count)
        }
    }

    private func ok(_ sequence: Int) -> String { FirmwareBoard.frame("\(sequence) OK") }
}

/// A small generator of repeatable noise (SplitMix64).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
