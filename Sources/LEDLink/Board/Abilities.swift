/// What one light can do besides on, off and blinking, which all can.
public struct Abilities: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// Brightness in percent: `L` on the wire.
    public static let level = Abilities(rawValue: 1)
    /// Colour: `C` on the wire.
    public static let color = Abilities(rawValue: 2)

    /// Reads HELLO's letters. Letters that this version does not know are abilities that it does not need.
    init(letters: some StringProtocol) {
        self = []
        if letters.contains("L") { insert(.level) }
        if letters.contains("C") { insert(.color) }
    }
}
