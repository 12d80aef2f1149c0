public import CommandLanguage

/// What one LED, or the lamp, shows at a moment.
public struct Light: Hashable, Sendable {
    /// As on the wire: `LED1`, `LAMP`.
    public var name: String
    public var isOn: Bool
    /// Percent, 0 to 100.
    public var level: Int
    /// The light that the lamp gives, its brightness included; `nil` for an LED of one colour.
    public var color: RGB?

    public init(name: String, isOn: Bool = false, level: Int = 100, color: RGB? = nil) {
        self.name = name
        self.isOn = isOn
        self.level = level
        self.color = color
    }
}
