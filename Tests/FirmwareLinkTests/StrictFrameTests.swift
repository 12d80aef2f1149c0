import Testing

@Suite("Frames with two checksums")
struct StrictFrameTests {
    private let board = FirmwareBoard()

    private func strict(_ body: String) -> [String] { board.send(FirmwareBoard.strictFrame(body) + "\n") }
    private func ok(_ number: Int) -> String { FirmwareBoard.frame("\(number) OK") }
    private func refused(_ number: Int, _ word: String) -> String { FirmwareBoard.frame("\(number) ERR \(word)") }

    @Test("the second checksum is CRC-8/SAE-J1850 before its inversion")
    func checkValue() {
        #expect(FirmwareBoard.strictFrame("123456789") == "#123456789*f4b4")
    }

    @Test("are obeyed in order, and answered with one checksum")
    func inOrder() {
        board.command("HELLO", sequence: 98)
        #expect(strict("99 LED2 ON") == [ok(99)])
        #expect(strict("0 LED3 ON") == [ok(0)])
        #expect(strict("1 STATUS") == [FirmwareBoard.frame("1 OK 1- 2+u 3+u L-/ffffff")])
        #expect(board.leds == [0, 255, 255])
    }

    @Test("either form of a frame is taken, from one line to the next")
    func eitherForm() {
        board.command("HELLO", sequence: 1)
        #expect(board.command("LED1 ON", sequence: 2) == [ok(2)])
        #expect(strict("3 LED2 ON") == [ok(3)])
        #expect(board.command("LED3 ON", sequence: 4) == [ok(4)])
        #expect(board.leds == [255, 255, 255])
    }

    @Test("are refused until HELLO has come, while a frame with one checksum is not")
    func beforeHello() {
        #expect(strict("17 LED2 ON") == [refused(17, "hello")])
        #expect(board.leds == [0, 0, 0])
        #expect(board.command("LED1 ON", sequence: 17) == [ok(17)])
        #expect(strict("18 LED2 ON") == [refused(18, "hello")])
        #expect(board.leds == [255, 0, 0])
    }

    @Test("are refused out of order, while a frame with one checksum is not", arguments: [16, 19, 50])
    func outOfOrder(number: Int) {
        board.command("HELLO", sequence: 17)
        #expect(strict("\(number) LED2 ON") == [refused(number, "order")])
        #expect(board.leds == [0, 0, 0])
        #expect(board.command("LED1 ON", sequence: number) == [ok(number)])
    }

    @Test("the same line again is answered again and not carried out again")
    func duplicate() {
        board.command("HELLO", sequence: 3)
        #expect(strict("4 LED1 TOGGLE") == [ok(4)])
        #expect(strict("4 LED1 TOGGLE") == [ok(4)])
        #expect(board.leds == [255, 0, 0])
    }

    @Test("another line with the number that came last gets no answer and does nothing")
    func sameNumber() {
        board.command("HELLO", sequence: 3)
        #expect(strict("4 LED1 ON") == [ok(4)])
        #expect(strict("4 LED2 ON") == [])
        #expect(board.leds == [255, 0, 0])
    }

    @Test("a damaged line gets no answer and does nothing, wherever the damage is")
    func damaged() {
        board.command("HELLO", sequence: 16)
        let line = Array((FirmwareBoard.strictFrame("17 LED2 ON") + "\n").utf8)
        for position in 1..<line.count - 1 {
            var damaged = line
            damaged[position] ^= 0x01
            #expect(board.send(damaged) == [], "byte \(position)")
            #expect(board.leds == [0, 0, 0], "byte \(position)")
        }
        #expect(board.send(line) == [ok(17)])
    }
}
