/// One change to the lights, free of how it was said and of how it travels.
public struct Command: Hashable, Sendable {
    public let target: Target
    public let action: Action

    public init(_ target: Target, _ action: Action) {
        self.target = target
        self.action = action
    }

    public enum Target: Hashable, Sendable {
        /// One plain LED, counted from 1 as it is spoken.
        case led(Int)
        /// Every LED and the lamp.
        case all
        case odd
        case even
        /// The RGB lamp.
        case lamp
    }

    public enum Action: Hashable, Sendable {
        /// Steady light; ends blinking.
        case on
        case off
        case toggle
        /// Sets the colour and lights it.
        case color(RGB)
        /// Brightness in percent, 0 to 100; 0 is off.
        case level(Int)
        /// Change of brightness in percent points, -100 to 100.
        case levelChange(Int)
        /// Milliseconds between two changes of the light; 0 is steady.
        case blink(Int)
    }
}
