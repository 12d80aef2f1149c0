import CommandLanguage

@testable import LEDLink

/// Boards that the tests speak of.
enum Boards {
    /// Three dimmable LEDs and a lamp, as the sketch `voice_to_led` has them.
    static let voiceToLed = BoardDescription(
        sketch: "voice_to_led",
        abilities: [.led(1): .level, .led(2): .level, .led(3): .level, .lamp: [.level, .color]])

    /// Three LEDs that are only on or off.
    static let plain = BoardDescription(sketch: "plain", abilities: [.led(1): [], .led(2): [], .led(3): []])

    /// `board` as it starts: everything dark, the lamp ready to be white.
    static func dark(_ board: BoardDescription = voiceToLed) -> BoardPicture {
        let states = board.abilities.mapValues { abilities in
            LEDState(isOn: false, color: abilities.contains(.color) ? RGB(red: 255, green: 255, blue: 255) : nil)
        }
        return BoardPicture(of: board, states: states)!
    }
}
