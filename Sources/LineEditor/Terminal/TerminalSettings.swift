internal import Glibc

/// How a terminal was set up when the editor first saw it.
struct TerminalSettings: Sendable {
    let terminal: Descriptor
    private let saved: termios

    /// - Returns: `nil` if `terminal` is not a terminal.
    init?(of terminal: Descriptor) {
        var settings = termios()
        guard tcgetattr(terminal.number, &settings) == 0 else { return nil }
        self.terminal = terminal
        saved = settings
    }

    /// Puts the settings back. Any thread, at any time; a terminal that is gone needs no restoring.
    func restore() {
        var settings = saved
        tcsetattr(terminal.number, TCSANOW, &settings)
    }

    /// Columns of the terminal; 80 if it does not say.
    static func columns(of terminal: Descriptor) -> Int {
        var size = winsize()
        guard ioctl(terminal.number, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }
}
