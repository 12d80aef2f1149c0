public import CommandLanguage

/// What one light does.
public struct LEDState: Hashable, Sendable {
    public var isOn: Bool
    /// Brightness in percent, 1 to 100, that the light has or will have when it is switched on.
    public var level: Int
    /// Milliseconds between two changes of the light; 0 is steady.
    public var blink: Int
    /// `nil` for a light without colours.
    public var color: RGB?
    /// The end that set it last; `nil` if none has since the board started.
    public var origin: Origin?

    public init(isOn: Bool, level: Int = 100, blink: Int = 0, color: RGB? = nil, origin: Origin? = nil) {
        self.isOn = isOn
        self.level = level
        self.blink = blink
        self.color = color
        self.origin = origin
    }

    /// Brightness in percent as the eye has it: 0 when off.
    public var visibleLevel: Int { isOn ? level : 0 }
}
