public import CommandLanguage

extension BoardPicture {
    /// What brings the lights from `seen` to this picture, and the picture that is then true.
    ///
    /// Only what can be seen is brought back: a light that shall be dark is switched off and keeps the brightness and
    /// colour that the board remembers, for setting them would light it for a moment. A light that a phone set last is
    /// left to the phone.
    public func restoration(of seen: BoardPicture) -> (goal: BoardPicture, commands: [Command]) {
        var goal = seen
        var commands: [Command] = []
        for name in board.names {
            guard let wanted = states[name], let actual = seen[name], actual.origin != .bluetooth else { continue }
            for action in wanted.actions(from: actual, board.abilities[name] ?? []) {
                let command = Command(name.target, action)
                commands.append(command)
                goal.apply(command, by: .usb)
            }
        }
        return (goal, commands)
    }
}

extension LEDState {
    /// The colour comes first and blinking last: brightness ends blinking, and a colour does not.
    fileprivate func actions(from actual: LEDState, _ abilities: Abilities) -> [Command.Action] {
        guard isOn else { return actual.isOn ? [.off] : [] }
        var actions: [Command.Action] = []
        if abilities.contains(.color), let color, color != actual.color { actions.append(.color(color)) }
        if abilities.contains(.level), level != actual.level { actions.append(.level(level)) }
        if blink > 0, blink != actual.blink || actions.contains(.level(level)) { actions.append(.blink(blink)) }
        if blink == 0, actual.blink > 0, !actions.contains(.level(level)) { actions.append(.on) }
        if !actual.isOn, actions.isEmpty { actions.append(.on) }
        return actions
    }
}
