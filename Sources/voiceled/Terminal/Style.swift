import Glibc

/// Colours of the terminal, or none.
struct Style: Sendable {
    let isColored: Bool

    /// Colours in a terminal, unless `NO_COLOR` (no-color.org) or a dumb terminal forbids them.
    static let standard = Style(
        isColored: Output.standard.isTerminal && getenv("NO_COLOR") == nil
            && getenv("TERM").map { String(cString: $0) } != "dumb")

    func good(_ text: String) -> String { paint(text, "32") }
    func bad(_ text: String) -> String { paint(text, "31") }
    func warning(_ text: String) -> String { paint(text, "33") }
    func faint(_ text: String) -> String { paint(text, "2") }

    private func paint(_ text: String, _ code: String) -> String {
        isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
