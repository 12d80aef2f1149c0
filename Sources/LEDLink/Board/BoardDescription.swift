/// What a board says about itself in its answer to HELLO.
public struct BoardDescription: Hashable, Sendable {
    /// The name of the sketch, such as `voice_to_led`.
    public let sketch: String
    public let protocolVersion: Int
    /// Each light with what it can do.
    public let abilities: [LEDName: Abilities]
    /// Whether it understands ``Frame/strictBytes``, which it says with `+CRC2`.
    public let takesSecondChecksum: Bool

    /// The protocol that this host speaks.
    public static let supportedProtocol = 1

    public init(
        sketch: String, protocolVersion: Int = supportedProtocol, abilities: [LEDName: Abilities],
        takesSecondChecksum: Bool = false
    ) {
        self.sketch = sketch
        self.protocolVersion = protocolVersion
        self.abilities = abilities
        self.takesSecondChecksum = takesSecondChecksum
    }

    /// The lights, LEDs first and in order.
    public var names: [LEDName] { abilities.keys.sorted() }

    /// Plain LEDs, the lamp not counted.
    public var ledCount: Int { abilities.keys.count { $0 != .lamp } }

    /// Reads `voice_to_led 1 3 1:L 2:L 3:L L:LC +CRC2`: sketch, protocol version, number of LEDs, each light's abilities,
    /// and with `+` what the board as a whole can do. Abilities that are not known are overlooked.
    ///
    /// - Returns: `nil` if it is anything else, or if the number does not agree with the list. Of a board that speaks
    ///   another protocol version only name and version are read, for the rest may look different there.
    init?(helloAnswer: String) {
        let words = helloAnswer.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count >= 2, !words[0].isEmpty, let version = Int(decimal: words[1]) else { return nil }
        guard version == Self.supportedProtocol else {
            self.init(sketch: String(words[0]), protocolVersion: version, abilities: [:])
            return
        }
        guard words.count >= 3, let ledCount = Int(decimal: words[2]) else { return nil }
        var abilities: [LEDName: Abilities] = [:]
        for word in words.dropFirst(3) where !word.hasPrefix("+") {
            let parts = word.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count == 2, let name = LEDName(token: parts[0]),
                abilities.updateValue(Abilities(letters: parts[1]), forKey: name) == nil
            else { return nil }
        }
        self.init(
            sketch: String(words[0]), protocolVersion: version, abilities: abilities,
            takesSecondChecksum: words.dropFirst(3).contains("+CRC2"))
        guard self.ledCount == ledCount else { return nil }
    }

    /// What is on the board, as it is said in a sentence: `LED 1 to 3 and a lamp`.
    public var inventory: String {
        let numbers = names.compactMap { name in if case .led(let number) = name { number } else { nil } }
        let leds: String? =
            switch (numbers.first, numbers.last) {
            case (let first?, let last?) where first == last: "LED \(first)"
            case (let first?, let last?): "LED \(first) to \(last)"
            default: nil
            }
        let lamp = abilities[.lamp] == nil ? nil : "a lamp"
        let parts = [leds, lamp].compactMap(\.self)
        return parts.isEmpty ? "no lights" : parts.joined(separator: " and ")
    }
}
