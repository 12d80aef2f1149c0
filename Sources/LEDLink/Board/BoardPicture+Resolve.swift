public import CommandLanguage

extension BoardPicture {
    /// Turns what was meant into what shall be: absolute commands that may be repeated, even after a reset, without harm.
    ///
    /// A toggle or change of brightness becomes one command for each light, or one for the group where all its lights
    /// shall end up alike. A group leaves out the lights that cannot do it: a colour for all goes to the lamp.
    ///
    /// - Returns: at least one command, each of which this board can carry out.
    /// - Throws: ``CommandError`` if there is no such light, or none that can.
    public func resolve(_ command: Command) throws(CommandError) -> [Command] {
        try checkRange(of: command.action)
        let named = lights(of: command.target)
        guard !named.isEmpty else { throw noSuchLight(command.target) }
        let able = named.filter { command.action.suits(board.abilities[$0] ?? []) }
        guard !able.isEmpty else { throw unable(named, target: command.target, command.action) }

        let actions = able.map { absolute(command.action, for: $0) }
        if able.count == named.count, let action = actions.first, actions.allSatisfy({ $0 == action }) {
            return [Command(command.target, action)]
        }
        return zip(able, actions).map { name, action in Command(name.target, action) }
    }

    private func absolute(_ action: Command.Action, for name: LEDName) -> Command.Action {
        guard let state = states[name] else { return action }
        return switch action {
        case .toggle: state.isOn ? .off : .on
        case .levelChange(let points): .level(min(max(state.visibleLevel + points, 0), 100))
        case .blink(Self.tenSeconds): .blink(Self.blinkRange.upperBound)
        default: action
        }
    }

    private func checkRange(of action: Command.Action) throws(CommandError) {
        switch action {
        case .level(let level) where !(0...100).contains(level):
            throw CommandError(.outOfRange, "brightness is 0 to 100 percent, not \(level)")
        case .levelChange(let points) where !(-100...100).contains(points):
            throw CommandError(.outOfRange, "brightness changes by at most 100 percent, not \(points)")
        case .blink(let milliseconds)
        where milliseconds != 0 && milliseconds != Self.tenSeconds && !Self.blinkRange.contains(milliseconds):
            throw CommandError(
                .outOfRange,
                "a light blinks every \(Self.blinkRange.lowerBound) to \(Self.blinkRange.upperBound) milliseconds, "
                    + "not \(milliseconds)")
        default: break
        }
    }

    /// Milliseconds between two changes of a light that the firmware knows: 20 changes a second are the fastest that is
    /// seen as blinking, four digits the longest that fit its STATUS line.
    static let blinkRange = 50...9999
    /// Said as a round number, and meant as the longest.
    private static let tenSeconds = 10_000

    private func noSuchLight(_ target: Command.Target) -> CommandError {
        let missing =
            switch target {
            case .led(let number): "LED \(number)"
            case .lamp: "lamp"
            case .odd: "odd LED"
            case .even: "even LED"
            case .all: "light"
            }
        return CommandError(.noSuchLight, "there is no \(missing); this board has \(board.inventory)")
    }

    /// Says who cannot and who can: `LED 2 has no colour; the lamp has one`.
    private func unable(_ named: [LEDName], target: Command.Target, _ action: Command.Action) -> CommandError {
        let isColor = if case .color = action { true } else { false }
        let (kind, what): (CommandError.Kind, String) = isColor ? (.noColor, "colour") : (.noLevel, "brightness")
        let able = board.names.filter { action.suits(board.abilities[$0] ?? []) }
        guard !able.isEmpty else { return CommandError(kind, "no light of this board has a \(what)") }

        let subject = named.count == 1 ? "\(named[0]) has" : "the \(target.groupName) have"
        let others = able.map(\.description)
        let list =
            others.count == 1
            ? others[0] : others.dropLast().joined(separator: ", ") + " and " + others[others.count - 1]
        return CommandError(kind, "\(subject) no \(what); \(list) \(able.count == 1 ? "has" : "have") one")
    }
}

extension LEDName {
    /// How a command names this light.
    var target: Command.Target {
        switch self {
        case .led(let number): .led(number)
        case .lamp: .lamp
        }
    }
}

extension Command.Target {
    fileprivate var groupName: String {
        switch self {
        case .odd: "odd LEDs"
        case .even: "even LEDs"
        default: "lights"
        }
    }
}
