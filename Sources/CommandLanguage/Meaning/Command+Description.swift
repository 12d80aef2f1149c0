extension Command: CustomStringConvertible {
    /// For people and logs: `led 2 on`, `lamp ff0000`, `all -20 %`, `odd blink 200 ms`.
    public var description: String { "\(target) \(action)" }
}

extension Command.Target: CustomStringConvertible {
    public var description: String {
        switch self {
        case .led(let number): "led \(number)"
        case .all: "all"
        case .odd: "odd"
        case .even: "even"
        case .lamp: "lamp"
        }
    }
}

extension Command.Action: CustomStringConvertible {
    public var description: String {
        switch self {
        case .on: "on"
        case .off: "off"
        case .toggle: "toggle"
        case .color(let color): color.hex
        case .level(let percent): "\(percent) %"
        case .levelChange(let points): "\(points < 0 ? "" : "+")\(points) %"
        case .blink(0): "steady"
        case .blink(let milliseconds): "blink \(milliseconds) ms"
        }
    }
}
