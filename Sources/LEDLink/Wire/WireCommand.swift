public import CommandLanguage

/// A command as the line of text that travels: `LED2 ON`, `LAMP RGB ff0000`, `ALL LEVEL +20`, `LED2 BLINK 150`.
public struct WireCommand: Hashable, Sendable {
    public let command: Command

    public init(_ command: Command) {
        self.command = command
    }

    /// Reads the text of one command, upper case and single-spaced as ``text`` writes it.
    ///
    /// - Returns: `nil` if it is not a command, or a number in it is out of the range ``Command`` gives.
    public init?(parsing text: some StringProtocol) {
        let words = String(text).split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard let target = words.first.flatMap(Self.target),
            let action = Self.action(words.dropFirst().first, words.dropFirst(2))
        else { return nil }
        command = Command(target, action)
    }

    /// The text that travels, in ASCII.
    public var text: String { "\(targetText) \(actionText)" }

    private var targetText: String {
        switch command.target {
        case .led(let number): "LED\(number)"
        case .all: "ALL"
        case .odd: "ODD"
        case .even: "EVEN"
        case .lamp: "LAMP"
        }
    }

    private var actionText: String {
        switch command.action {
        case .on: "ON"
        case .off: "OFF"
        case .toggle: "TOGGLE"
        case .color(let color): "RGB \(color.hex)"
        case .level(let level): "LEVEL \(level)"
        case .levelChange(let points): "LEVEL \(points < 0 ? "" : "+")\(points)"
        case .blink(let milliseconds): "BLINK \(milliseconds)"
        }
    }

    private static func target(_ word: String) -> Command.Target? {
        switch word {
        case "ALL": .all
        case "ODD": .odd
        case "EVEN": .even
        case "LAMP": .lamp
        default: word.hasPrefix("LED") ? Int(decimal: word.dropFirst(3)).map(Command.Target.led) : nil
        }
    }

    private static func action(_ verb: String?, _ values: ArraySlice<String>) -> Command.Action? {
        guard values.count <= 1 else { return nil }
        return switch (verb, values.first) {
        case ("ON", nil): .on
        case ("OFF", nil): .off
        case ("TOGGLE", nil): .toggle
        case ("RGB", let value?): RGB(hex: value).map(Command.Action.color)
        case ("BLINK", let value?): Int(decimal: value).map(Command.Action.blink)
        case ("LEVEL", let value?): level(value)
        default: nil
        }
    }

    private static func level(_ value: String) -> Command.Action? {
        let isChange = value.hasPrefix("+") || value.hasPrefix("-")
        guard let points = Int(decimal: isChange ? value.dropFirst() : value[...]), points <= 100 else { return nil }
        guard isChange else { return .level(points) }
        return .levelChange(value.hasPrefix("-") ? -points : points)
    }
}

extension WireCommand: CustomStringConvertible {
    public var description: String { text }
}
