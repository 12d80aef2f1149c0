import BoardFixtures
import CommandLanguage
import LEDLink
import Testing

@Suite("BoardPicture, resolving a command")
struct BoardPictureResolveTests {
    private let blue = RGB(red: 0, green: 0, blue: 255)

    private func resolve(_ command: Command, on picture: BoardPicture = Boards.dark()) throws -> [String] {
        try picture.resolve(command).map { WireCommand($0).text }
    }

    private func lit(_ command: Command, on board: BoardDescription = Boards.voiceToLed) -> BoardPicture {
        var picture = Boards.dark(board)
        picture.apply(command, by: .usb)
        return picture
    }

    @Test("leaves an absolute command as it is")
    func absolute() throws {
        #expect(try resolve(Command(.all, .on)) == ["ALL ON"])
        #expect(try resolve(Command(.led(3), .blink(200))) == ["LED3 BLINK 200"])
    }

    @Test("turns a toggle into what shall be, light by light")
    func toggle() throws {
        #expect(try resolve(Command(.led(2), .toggle)) == ["LED2 ON"])
        #expect(try resolve(Command(.led(2), .toggle), on: lit(Command(.led(2), .on))) == ["LED2 OFF"])
        #expect(
            try resolve(Command(.all, .toggle), on: lit(Command(.led(2), .on)))
                == ["LED1 ON", "LED2 OFF", "LED3 ON", "LAMP ON"])
    }

    @Test("keeps a group together when all its lights end up alike")
    func groupTogether() throws {
        #expect(try resolve(Command(.all, .toggle)) == ["ALL ON"])
        #expect(try resolve(Command(.odd, .levelChange(20))) == ["ODD LEVEL 20"])
    }

    @Test("counts a change of brightness from what is seen, within 0 and 100")
    func levelChange() throws {
        let half = lit(Command(.led(1), .level(50)))
        #expect(try resolve(Command(.led(1), .levelChange(20)), on: half) == ["LED1 LEVEL 70"])
        #expect(try resolve(Command(.led(1), .levelChange(-80)), on: half) == ["LED1 LEVEL 0"])
        #expect(try resolve(Command(.led(1), .levelChange(80)), on: half) == ["LED1 LEVEL 100"])
        #expect(try resolve(Command(.led(2), .levelChange(-10)), on: half) == ["LED2 LEVEL 0"])
        #expect(
            try resolve(Command(.all, .levelChange(10)), on: half)
                == ["LED1 LEVEL 60", "LED2 LEVEL 10", "LED3 LEVEL 10", "LAMP LEVEL 10"])
    }

    @Test("takes ten seconds for the longest blink that fits the wire")
    func longestBlink() throws {
        #expect(try resolve(Command(.led(1), .blink(10_000))) == ["LED1 BLINK 9999"])
    }

    @Test("sends a colour for all to the lights that have colours")
    func colorForAll() throws {
        #expect(try resolve(Command(.all, .color(blue))) == ["LAMP RGB 0000ff"])
    }

    @Test("refuses in words that say what there is")
    func refusals() {
        func message(_ command: Command, _ board: BoardDescription = Boards.voiceToLed) -> String? {
            #expect(throws: CommandError.self) { _ = try Boards.dark(board).resolve(command) }?.description
        }
        #expect(message(Command(.led(2), .color(blue))) == "LED 2 has no colour; the lamp has one")
        #expect(message(Command(.odd, .color(blue))) == "the odd LEDs have no colour; the lamp has one")
        #expect(message(Command(.all, .color(blue)), Boards.plain) == "no light of this board has a colour")
        #expect(message(Command(.all, .levelChange(5)), Boards.plain) == "no light of this board has a brightness")
        #expect(message(Command(.led(7), .on)) == "there is no LED 7; this board has LED 1 to 3 and a lamp")
        #expect(message(Command(.lamp, .on), Boards.plain) == "there is no lamp; this board has LED 1 to 3")
        #expect(message(Command(.all, .level(101))) == "brightness is 0 to 100 percent, not 101")
        #expect(message(Command(.all, .levelChange(-101))) == "brightness changes by at most 100 percent, not -101")
        #expect(message(Command(.lamp, .blink(10))) == "a light blinks every 50 to 9999 milliseconds, not 10")
        let mixed = BoardDescription(
            sketch: "mixed", abilities: [.led(1): [], .led(2): .level, .lamp: [.level, .color]])
        #expect(message(Command(.led(1), .level(5)), mixed) == "LED 1 has no brightness; LED 2 and the lamp have one")
    }

    @Test("tells the kinds of refusal apart")
    func kinds() {
        func kind(_ command: Command) -> CommandError.Kind? {
            #expect(throws: CommandError.self) { _ = try Boards.dark(Boards.plain).resolve(command) }?.kind
        }
        #expect(kind(Command(.led(4), .on)) == .noSuchLight)
        #expect(kind(Command(.led(1), .color(blue))) == .noColor)
        #expect(kind(Command(.led(1), .level(5))) == .noLevel)
        #expect(kind(Command(.led(1), .blink(-1))) == .outOfRange)
    }
}
