internal import CommandLanguage

/// The board's answer to STATUS: `1+ 2-40~250b 3+u L+u/ff8000`, one token a light.
struct StatusAnswer: Equatable {
    let states: [LEDName: LEDState]

    /// - Returns: `nil` if a token cannot be read or a light stands there twice.
    init?(_ text: String) {
        var states: [LEDName: LEDState] = [:]
        for token in text.split(separator: " ", omittingEmptySubsequences: false) {
            guard let (name, state) = Self.light(token), states.updateValue(state, forKey: name) == nil else {
                return nil
            }
        }
        self.states = states
    }

    /// Reads `<id><+|->[level][~blink][u|b][/rrggbb]`.
    private static func light(_ token: Substring) -> (LEDName, LEDState)? {
        var rest = token
        guard let sign = rest.firstIndex(where: { $0 == "+" || $0 == "-" }), let name = LEDName(token: rest[..<sign])
        else { return nil }
        var state = LEDState(isOn: rest[sign] == "+")
        rest = rest[rest.index(after: sign)...]

        if let slash = rest.firstIndex(of: "/") {
            guard let color = RGB(hex: rest[rest.index(after: slash)...]) else { return nil }
            state.color = color
            rest = rest[..<slash]
        }
        if let origin = rest.last.flatMap({ Origin(letter: String($0)) }) {
            state.origin = origin
            rest = rest.dropLast()
        }
        if let tilde = rest.firstIndex(of: "~") {
            guard let blink = Int(decimal: rest[rest.index(after: tilde)...]) else { return nil }
            state.blink = blink
            rest = rest[..<tilde]
        }
        if !rest.isEmpty {
            guard let level = Int(decimal: rest), level <= 100 else { return nil }
            state.level = level
        }
        return (name, state)
    }
}
