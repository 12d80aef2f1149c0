import CommandLanguage
import Testing

@testable import LEDLink

@Suite("StatusAnswer")
struct StatusAnswerTests {
    @Test("reads power, level, blink, origin and colour of every light")
    func everything() {
        let answer = StatusAnswer("1+ 2-40~250b 3+u L+u/ff8000")
        #expect(
            answer?.states == [
                .led(1): LEDState(isOn: true),
                .led(2): LEDState(isOn: false, level: 40, blink: 250, origin: .bluetooth),
                .led(3): LEDState(isOn: true, origin: .usb),
                .lamp: LEDState(isOn: true, color: RGB(red: 255, green: 128, blue: 0), origin: .usb),
            ])
    }

    @Test("takes a colour that ends in a letter for a colour")
    func colorIsNotOrigin() {
        #expect(StatusAnswer("L+7/00000b")?.states[.lamp]?.origin == nil)
        #expect(StatusAnswer("L+7/00000b")?.states[.lamp]?.color == RGB(red: 0, green: 0, blue: 11))
    }

    @Test(
        "refuses what is damaged",
        arguments: ["", "1", "+", "1+ ", "1+ 1-", "1+101", "1+x", "1+~", "1+~x", "1+/ff", "0+", "X+", "1+u40"])
    func malformed(answer: String) {
        #expect(StatusAnswer(answer) == nil)
    }
}
