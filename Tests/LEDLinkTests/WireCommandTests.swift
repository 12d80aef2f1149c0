import CommandLanguage
import LEDLink
import Testing

@Suite("WireCommand")
struct WireCommandTests {
    static let examples: [(Command, String)] = [
        (Command(.led(2), .on), "LED2 ON"),
        (Command(.all, .off), "ALL OFF"),
        (Command(.odd, .toggle), "ODD TOGGLE"),
        (Command(.lamp, .color(RGB(red: 255, green: 0, blue: 0))), "LAMP RGB ff0000"),
        (Command(.led(1), .level(50)), "LED1 LEVEL 50"),
        (Command(.all, .levelChange(20)), "ALL LEVEL +20"),
        (Command(.even, .levelChange(-5)), "EVEN LEVEL -5"),
        (Command(.led(12), .blink(150)), "LED12 BLINK 150"),
        (Command(.all, .blink(0)), "ALL BLINK 0"),
    ]

    @Test("writes and reads each kind of command", arguments: examples)
    func roundTrip(command: Command, text: String) {
        #expect(WireCommand(command).text == text)
        #expect(WireCommand(parsing: text)?.command == command)
    }

    @Test(
        "refuses what is not a command",
        arguments: [
            "", "LED2", "LED ON", "LED2 on", " LED2 ON", "LED2  ON", "LED2 ON ", "LED2 ON 1", "LED-1 ON", "LEDx ON",
            "LED1 LEVEL", "LED1 LEVEL 101", "LED1 LEVEL +101", "LED1 LEVEL ++1", "LED1 LEVEL 9999999999999999999999",
            "LAMP RGB ff00", "LAMP RGB gg0000", "LAMP BLINK -1", "LAMP BLINK 1 2", "HELLO", "LED２ ON",
        ])
    func malformed(text: String) {
        #expect(WireCommand(parsing: text) == nil)
    }
}
