/// The slots of one command: what stands between two `then`.
struct SlotGroup {
    private var targets: [Command.Target] = []
    private var actions: [Command.Action] = []
    private(set) var session: SessionCommand?
    private let targetSlot: Slot?

    init(_ slots: some Sequence<Slot>) throws(MeaningError) {
        var targetSlot: Slot?
        for slot in slots {
            switch slot.name {
            case "led":
                let target = try Self.target(slot)
                if !targets.contains(target) { targets.append(target) }
                targetSlot = targetSlot ?? slot
            case "power": actions.append(try Self.power(slot))
            case "color": actions.append(try Self.color(slot))
            case "level": actions.append(try Self.level(slot))
            case "blink": actions.append(try Self.blink(slot))
            case "session":
                guard let command = SessionCommand(rawValue: slot.value) else {
                    throw MeaningError(.unknownValue, slot, "is no command for the session", "use sleep or wake")
                }
                session = command
            default: break
            }
        }
        self.targetSlot = targetSlot
    }

    func commands() throws(MeaningError) -> [Command] {
        if let targetSlot, actions.isEmpty, session == nil {
            throw MeaningError(
                .noAction, targetSlot, "has nothing to do", "say what it shall do, such as on, off or red")
        }
        let hasColor = actions.contains { if case .color = $0 { true } else { false } }
        let targets = targets.isEmpty ? [hasColor ? .lamp : .all] : targets
        return actions.flatMap { action in
            targets.map { target in
                if case .color = action, target == .all { Command(.lamp, action) } else { Command(target, action) }
            }
        }
    }

    // MARK: Values

    private static func target(_ slot: Slot) throws(MeaningError) -> Command.Target {
        switch slot.value {
        case "all": return .all
        case "odd": return .odd
        case "even": return .even
        case "lamp": return .lamp
        default:
            let number = try number(slot, hint: "use a number from 1, or one of all, odd, even and lamp")
            guard (1...99).contains(number) else {
                throw MeaningError(.outOfRange, slot, "is no light", "lights are counted from 1 to 99")
            }
            return .led(number)
        }
    }

    private static func power(_ slot: Slot) throws(MeaningError) -> Command.Action {
        switch slot.value {
        case "on": return .on
        case "off": return .off
        case "toggle": return .toggle
        default: throw MeaningError(.unknownValue, slot, "is neither on nor off", "use on, off or toggle")
        }
    }

    private static func color(_ slot: Slot) throws(MeaningError) -> Command.Action {
        guard let color = RGB(named: slot.value) else {
            let names = RGB.names.joined(separator: ", ")
            throw MeaningError(
                .unknownValue, slot, "is no colour that is known", "use one of \(names), or six digits such as ff8000")
        }
        return .color(color)
    }

    private static func level(_ slot: Slot) throws(MeaningError) -> Command.Action {
        let hint = "use 0 to 100 percent, or a change such as +20 or -20"
        let isChange = slot.value.hasPrefix("+") || slot.value.hasPrefix("-")
        let number = try number(slot, hint: hint)
        guard (isChange ? -100...100 : 0...100).contains(number) else {
            throw MeaningError(.outOfRange, slot, "is out of range", hint)
        }
        return isChange ? .levelChange(number) : .level(number)
    }

    private static func blink(_ slot: Slot) throws(MeaningError) -> Command.Action {
        let hint = "use 50 to 10000 milliseconds, or 0 for steady light"
        let number = try number(slot, hint: hint)
        guard number == 0 || (50...10_000).contains(number) else {
            throw MeaningError(.outOfRange, slot, "is out of range", hint)
        }
        return .blink(number)
    }

    private static func number(_ slot: Slot, hint: String) throws(MeaningError) -> Int {
        guard let number = Int(slot.value) else { throw MeaningError(.noNumber, slot, "is no number", hint) }
        return number
    }
}
