/// One light of the board.
public enum LEDName: Hashable, Sendable {
    /// A plain LED, counted from 1.
    case led(Int)
    /// The RGB lamp.
    case lamp
}

extension LEDName {
    /// Reads `1` to `99` or `L`, as HELLO and STATUS name the lights.
    init?(token: some StringProtocol) {
        if token == "L" {
            self = .lamp
        } else if let number = Int(decimal: token), number > 0 {
            self = .led(number)
        } else {
            return nil
        }
    }

    var token: String {
        switch self {
        case .led(let number): String(number)
        case .lamp: "L"
        }
    }
}

extension LEDName: Comparable {
    /// LEDs in the order of their numbers, then the lamp.
    public static func < (one: LEDName, other: LEDName) -> Bool { one.rank < other.rank }

    private var rank: Int {
        switch self {
        case .led(let number): number
        case .lamp: .max
        }
    }
}

extension LEDName: CustomStringConvertible {
    /// As it is said in a sentence: `LED 2`, `the lamp`.
    public var description: String {
        switch self {
        case .led(let number): "LED \(number)"
        case .lamp: "the lamp"
        }
    }
}
