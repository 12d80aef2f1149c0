extension RGB {
    /// A colour by its English name or as `rrggbb`, in either case.
    public init?(named name: String) {
        if let color = Self.named[name.lowercased()] {
            self = color
        } else {
            self.init(hex: name)
        }
    }

    /// The names, sorted.
    public static var names: [String] { named.keys.sorted() }

    /// As LEDs show them: their green is bright, so mixed colours take less of it than on a screen.
    private static let named: [String: RGB] = [
        "red": RGB(red: 255, green: 0, blue: 0),
        "green": RGB(red: 0, green: 255, blue: 0),
        "blue": RGB(red: 0, green: 0, blue: 255),
        "yellow": RGB(red: 255, green: 176, blue: 0),
        "cyan": RGB(red: 0, green: 255, blue: 255),
        "magenta": RGB(red: 255, green: 0, blue: 255),
        "white": RGB(red: 255, green: 255, blue: 255),
        "orange": RGB(red: 255, green: 72, blue: 0),
        "purple": RGB(red: 128, green: 0, blue: 255),
        "pink": RGB(red: 255, green: 48, blue: 96),
    ]
}
