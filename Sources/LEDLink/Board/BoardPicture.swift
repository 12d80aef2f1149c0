public import CommandLanguage

/// What the host believes every light of the board to do.
///
/// True as long as it is told of every acknowledged command and every notification, and starts from an answer to STATUS.
public struct BoardPicture: Hashable, Sendable {
    public let board: BoardDescription
    public private(set) var states: [LEDName: LEDState]

    /// - Returns: `nil` if `states` is not about exactly the lights of `board`.
    public init?(of board: BoardDescription, states: [LEDName: LEDState]) {
        guard Set(states.keys) == Set(board.abilities.keys) else { return nil }
        self.board = board
        self.states = states
    }

    public subscript(name: LEDName) -> LEDState? { states[name] }

    /// The lights that `target` means on this board, in order; empty if there is none.
    public func lights(of target: Command.Target) -> [LEDName] {
        board.names.filter { name in
            switch (target, name) {
            case (.all, _), (.lamp, .lamp): true
            case (.led(let wanted), .led(let number)): wanted == number
            case (.odd, .led(let number)): !number.isMultiple(of: 2)
            case (.even, .led(let number)): number.isMultiple(of: 2)
            default: false
            }
        }
    }

    /// Takes note that the board carried out `command`, as the firmware does it to each light that can.
    public mutating func apply(_ command: Command, by origin: Origin) {
        for name in lights(of: command.target) {
            guard let abilities = board.abilities[name], var state = states[name], command.action.suits(abilities)
            else { continue }
            state.apply(command.action)
            state.origin = origin
            states[name] = state
        }
    }
}

extension LEDState {
    /// The firmware's arithmetic: black is off, as is level 0, and neither forgets what was before; only a colour lets a
    /// blinking light blink on.
    fileprivate mutating func apply(_ action: Command.Action) {
        switch action {
        case .on: turn(true)
        case .off: turn(false)
        case .toggle: turn(!isOn)
        case .level(let level): set(level: level)
        case .levelChange(let points): set(level: min(max(visibleLevel + points, 0), 100))
        case .blink(let milliseconds):
            turn(true)
            blink = milliseconds
        case .color(RGB.black): turn(false)
        case .color(let color):
            self.color = color
            isOn = true
        }
    }

    private mutating func turn(_ isLit: Bool) {
        isOn = isLit
        blink = 0
    }

    private mutating func set(level: Int) {
        turn(level > 0)
        if level > 0 { self.level = level }
    }
}

extension RGB {
    fileprivate static let black = RGB(red: 0, green: 0, blue: 0)
}

extension Command.Action {
    /// Whether a light with `abilities` can do this.
    func suits(_ abilities: Abilities) -> Bool {
        switch self {
        case .on, .off, .toggle, .blink: true
        case .level, .levelChange: abilities.contains(.level)
        case .color: abilities.contains(.color)
        }
    }
}
