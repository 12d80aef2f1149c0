import BoardFixtures
import Testing

@testable import LEDLink

@Suite("BoardDescription")
struct BoardDescriptionTests {
    @Test("reads the answer to HELLO")
    func hello() {
        #expect(BoardDescription(helloAnswer: "voice_to_led 1 3 1:L 2:L 3:L L:LC +CRC2") == Boards.voiceToLed)
        #expect(BoardDescription(helloAnswer: "plain 1 3 1: 2: 3:") == Boards.plain)
    }

    @Test("overlooks abilities that it does not know")
    func unknownAbility() {
        #expect(BoardDescription(helloAnswer: "plain 1 1 1:XLZ")?.abilities == [.led(1): .level])
        #expect(BoardDescription(helloAnswer: "plain 1 1 1:L +MUSIC")?.takesSecondChecksum == false)
    }

    @Test("reads only the version of a board that speaks another one")
    func otherVersion() {
        #expect(BoardDescription(helloAnswer: "voice_to_led 2 ???")?.protocolVersion == 2)
    }

    @Test(
        "refuses what is not an answer to HELLO",
        arguments: [
            "", "x", "x 1", "x one", " 1 0", "x 1 2 1:L", "x 1 1 1:L 1:L", "x 1 1 0:L", "x 1 1 1", "x 1 1 1:L:C",
        ])
    func malformed(answer: String) {
        #expect(BoardDescription(helloAnswer: answer) == nil)
    }

    @Test("lists what is there in words")
    func inventory() {
        #expect(Boards.voiceToLed.inventory == "LED 1 to 3 and a lamp")
        #expect(Boards.plain.inventory == "LED 1 to 3")
        #expect(BoardDescription(sketch: "x", abilities: [.led(1): []]).inventory == "LED 1")
        #expect(BoardDescription(sketch: "x", abilities: [.lamp: .color]).inventory == "a lamp")
        #expect(BoardDescription(sketch: "x", abilities: [:]).inventory == "no lights")
    }

    @Test("has the LEDs in order and the lamp last")
    func order() {
        #expect(Boards.voiceToLed.names == [.led(1), .led(2), .led(3), .lamp])
        #expect(Boards.voiceToLed.ledCount == 3)
    }
}
