package import CommandLanguage

extension Grammar {
    /// Whether two sentences ask for the same, in whatever words: "off" and "all off" do.
    package func meansTheSame(_ text: String, _ other: String) -> Bool {
        guard case .understood(let slots) = interpret(line: text),
            case .understood(let others) = interpret(line: other)
        else { return false }
        return slots.meanTheSame(as: others)
    }
}

extension [Slot] {
    /// Whether others ask for the same, in whatever way.
    package func meanTheSame(as others: [Slot]) -> Bool {
        if self == others { return true }
        guard let meaning = try? Meaning(of: self), let otherMeaning = try? Meaning(of: others) else { return false }
        return meaning == otherMeaning && filter(\.isForOthers) == others.filter(\.isForOthers)
    }
}

extension Slot {
    /// Whether the lights and the session do not know it.
    package var isForOthers: Bool {
        !["led", "power", "color", "level", "blink", "then", "session"].contains(name)
    }
}
