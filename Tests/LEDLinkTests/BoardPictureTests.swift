import BoardFixtures
import CommandLanguage
import LEDLink
import Testing

@Suite("BoardPicture")
struct BoardPictureTests {
    private let red = RGB(red: 255, green: 0, blue: 0)

    /// The dark board after `commands`.
    private func picture(after commands: Command...) -> BoardPicture {
        commands.reduce(into: Boards.dark()) { picture, command in picture.apply(command, by: .usb) }
    }

    @Test("refuses states that are not about this board's lights")
    func wrongLights() {
        #expect(BoardPicture(of: Boards.plain, states: [.led(1): LEDState(isOn: true)]) == nil)
    }

    @Test("counts the lamp among all, and not among odd and even")
    func groups() {
        let dark = Boards.dark()
        #expect(dark.lights(of: .all) == [.led(1), .led(2), .led(3), .lamp])
        #expect(dark.lights(of: .odd) == [.led(1), .led(3)])
        #expect(dark.lights(of: .even) == [.led(2)])
        #expect(dark.lights(of: .led(9)) == [])
    }

    @Test("notes who set a light")
    func origin() {
        var picture = Boards.dark()
        picture.apply(Command(.led(2), .on), by: .bluetooth)
        #expect(picture[.led(2)] == LEDState(isOn: true, origin: .bluetooth))
        #expect(picture[.led(1)]?.origin == nil)
    }

    @Test("keeps the level of a light that is off")
    func levelIsKept() {
        let picture = picture(after: Command(.led(1), .level(40)), Command(.led(1), .level(0)))
        #expect(picture[.led(1)] == LEDState(isOn: false, level: 40, origin: .usb))
        #expect(picture[.led(1)]?.visibleLevel == 0)
    }

    @Test("ends blinking with on, off and a level, not with a colour")
    func blinkEnds() {
        for action in [Command.Action.on, .off, .level(30), .blink(0)] {
            #expect(picture(after: Command(.lamp, .blink(250)), Command(.lamp, action))[.lamp]?.blink == 0)
        }
        #expect(picture(after: Command(.lamp, .blink(250)), Command(.lamp, .color(red)))[.lamp]?.blink == 250)
    }

    @Test("takes black for off and keeps the colour that was")
    func black() {
        let black = Command(.lamp, .color(RGB(red: 0, green: 0, blue: 0)))
        let lamp = picture(after: Command(.lamp, .color(red)), black)[.lamp]
        #expect(lamp == LEDState(isOn: false, color: red, origin: .usb))
    }

    @Test("gives a colour only to lights that have colours")
    func colorOnPlain() {
        let picture = picture(after: Command(.all, .color(red)))
        #expect(picture[.led(1)] == LEDState(isOn: false))
        #expect(picture[.lamp]?.color == red)
    }
}
