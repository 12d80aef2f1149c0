internal import CommandLanguage

/// Draws lights in one line of text.
public struct LEDPanel: Sendable {
    public enum Style: Sendable {
        /// Coloured dots, for terminals with 24-bit colour and UTF-8.
        case dots
        /// `LED1 on  LED2 off`: readable everywhere, and by everybody.
        case words

        /// The style that suits where the text goes.
        ///
        /// - Parameters:
        ///   - isTerminal: whether it goes to a terminal at all.
        ///   - environment: looks up a variable. `NO_COLOR` (https://no-color.org) and `TERM=dumb` ask for words.
        public init(isTerminal: Bool, environment: (String) -> String?) {
            let isPlain = environment("NO_COLOR").map { !$0.isEmpty } ?? false
            self = isTerminal && !isPlain && environment("TERM") != "dumb" ? .dots : .words
        }
    }

    public let style: Style

    public init(style: Style) {
        self.style = style
    }

    /// One line without its end. In the style of dots its width stays the same whatever the lights do, so that a
    /// line drawn over the last one leaves nothing of it.
    public func line(_ lights: [Light]) -> String {
        switch style {
        case .dots: lights.map(dot).joined(separator: "  ")
        case .words: lights.map(words).joined(separator: "  ")
        }
    }

    private func dot(_ light: Light) -> String {
        guard light.isOn else { return "\(light.name) \u{1B}[2m○\u{1B}[0m      " }
        let color = visible(light.color ?? amber(level: light.level))
        let digits = String(light.level)
        let level = light.level == 100 ? "" : " \(digits) %"
        let padding = String(repeating: " ", count: max(0, 6 - level.count))
        return "\(light.name) \u{1B}[38;2;\(color.red);\(color.green);\(color.blue)m●\u{1B}[0m\(level)\(padding)"
    }

    private func words(_ light: Light) -> String {
        guard light.isOn else { return "\(light.name) off" }
        let level = light.level == 100 ? "" : " \(light.level) %"
        let color = light.color.map { " #\($0.hex)" } ?? ""
        return "\(light.name) on\(level)\(color)"
    }

    private func amber(level: Int) -> RGB {
        let level = min(max(level, 0), 100)
        return RGB(red: UInt8(255 * level / 100), green: UInt8(160 * level / 100), blue: 0)
    }

    /// The same hue, bright enough to be seen on a dark background.
    private func visible(_ color: RGB) -> RGB {
        let floor = 96
        let strongest = Int(max(color.red, color.green, color.blue))
        guard strongest > 0, strongest < floor else { return color }
        func raised(_ channel: UInt8) -> UInt8 { UInt8(Int(channel) * floor / strongest) }
        return RGB(red: raised(color.red), green: raised(color.green), blue: raised(color.blue))
    }
}
