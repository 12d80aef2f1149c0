internal import CommandLanguage
public import LEDLink

/// Boards that the tests speak of.
public enum Boards {
    /// Three dimmable LEDs and a lamp, as the sketch `voice_to_led` has them.
    public static let voiceToLed = BoardDescription(
        sketch: "voice_to_led",
        abilities: [.led(1): .level, .led(2): .level, .led(3): .level, .lamp: [.level, .color]],
        takesSecondChecksum: true)

    /// Three LEDs that are only on or off.
    public static let plain = BoardDescription(sketch: "plain", abilities: [.led(1): [], .led(2): [], .led(3): []])

    /// `board` as it starts: everything dark, the lamp ready to be white.
    public static func dark(_ board: BoardDescription = voiceToLed) -> BoardPicture {
        let states = board.abilities.mapValues { abilities in
            LEDState(isOn: false, color: abilities.contains(.color) ? RGB(red: 255, green: 255, blue: 255) : nil)
        }
        guard let picture = BoardPicture(of: board, states: states) else {
            preconditionFailure("a state for each light")
        }
        return picture
    }
}
