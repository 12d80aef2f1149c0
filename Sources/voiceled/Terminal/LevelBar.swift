/// Loudness as a bar: empty at -60 dBFS, full at 0.
enum LevelBar {
    static func render(decibels: Float, width: Int = 20) -> String {
        let filled = Int((min(max(decibels, -60), 0) + 60) / 60 * Float(width))
        return String(repeating: "█", count: filled) + String(repeating: "·", count: width - filled)
    }
}
