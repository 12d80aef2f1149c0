import CommandLanguage
import LEDLink
import Testing

@testable import Session

@Suite("PinWitness")
struct PinWitnessTests {
    private func picture(after commands: Command...) -> BoardPicture {
        var picture = BoardPicture.voiceToLED
        for command in commands { picture.apply(command, by: .usb) }
        return picture
    }

    private func pin(_ led: String, on: Bool, level: Int = 100, color: String? = nil) -> PinChange {
        PinChange(led: led, on: on, level: level, color: color, at: 0, sim: 0)
    }

    @Test("agrees when every light does what was acknowledged")
    func agrees() async {
        let witness = PinWitness()
        witness.note(pin("LED2", on: true, level: 49))
        witness.note(pin("LAMP", on: true, level: 50, color: "7f0000"))
        let picture = picture(
            after: Command(.led(2), .level(50)), Command(.lamp, .color(RGB(red: 255, green: 0, blue: 0))),
            Command(.lamp, .level(50)))
        #expect(await witness.disagreements(with: picture, within: .zero) == [])
    }

    @Test("names each light that does not")
    func disagrees() async {
        let witness = PinWitness()
        witness.note(pin("LED1", on: true))
        witness.note(pin("LED2", on: true, level: 20))
        witness.note(pin("LAMP", on: true, color: "00ff00"))
        let picture = picture(
            after: Command(.led(2), .on), Command(.led(3), .on),
            Command(.lamp, .color(RGB(red: 255, green: 0, blue: 0))))
        #expect(
            await witness.disagreements(with: picture, within: .zero) == [
                "LED 1 is lit", "LED 2 is at 20 %, not 100 %", "LED 3 is dark",
                "the lamp shines 00ff00, not ff0000",
            ])
    }
}
