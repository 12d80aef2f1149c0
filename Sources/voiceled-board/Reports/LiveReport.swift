import Glibc
internal import TerminalView

/// The board in a terminal: its ports, then its lights in one line that is drawn anew when they change.
struct LiveReport: BoardReport {
    /// Nanoseconds between two drawings: 30 a second are smooth to the eye, and not too many for any terminal.
    private static let interval: UInt64 = 33_000_000

    private let panel = LEDPanel(style: .dots)
    private var isDrawing = false
    private var drawn: [Light] = []
    private var drawnAt: UInt64 = 0

    mutating func ready(_ board: BoardNames, at time: BoardTime) {
        write((board.introduction + ["Ctrl-C ends it.", ""]).joined(separator: "\n") + "\u{1B}[?25l")
        isDrawing = true
    }

    mutating func changed(_ light: Light, at time: BoardTime) {}

    mutating func reset(at time: BoardTime) {}

    mutating func ended(at time: BoardTime) {
        if isDrawing { write("\u{1B}[?25h\n") }
    }

    mutating func flush(_ lights: () -> [Light]) {
        let now = SystemClock.monotonic.nanoseconds
        guard isDrawing, now - drawnAt >= Self.interval else { return }
        let lights = lights()
        guard lights != drawn else { return }
        drawn = lights
        drawnAt = now
        // `?7`: without wrapping, a line too long for the terminal is cut instead of scrolling it.
        write("\r\u{1B}[?7l" + panel.line(lights) + "\u{1B}[K\u{1B}[?7h")
    }

    private func write(_ text: String) {
        var rest = Array(text.utf8)
        while !rest.isEmpty {
            let count = Glibc.write(STDOUT_FILENO, rest, rest.count)
            if count < 0, errno != EINTR { return }
            rest.removeFirst(max(0, count))
        }
    }
}
