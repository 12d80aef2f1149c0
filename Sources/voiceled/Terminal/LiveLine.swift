import Glibc
import Synchronization

/// The last line of the terminal, drawn over and over, with finished lines scrolling by above it.
///
/// Without a terminal only the finished lines are printed. Any thread may call it.
final class LiveLine: Sendable {
    private let shown = Mutex("")
    private let isLive: Bool

    init(isLive: Bool = Output.standard.isTerminal) { self.isLive = isLive }

    /// Replaces the live line. It should fit the terminal's width.
    func show(_ text: String) {
        guard isLive else { return }
        shown.withLock { shown in
            guard shown != text else { return }
            shown = text
            Output.standard.write("\r\u{1B}[K\(text)")
        }
    }

    /// Prints a finished line above the live one.
    func print(_ line: String) {
        shown.withLock { shown in
            if isLive && !shown.isEmpty {
                Output.standard.write("\r\u{1B}[K\(line)\n\(shown)")
            } else {
                Output.standard.line(line)
            }
        }
    }

    /// Removes the live line, so that the shell's prompt has a clean one.
    func clear() {
        shown.withLock { shown in
            guard isLive && !shown.isEmpty else { return }
            shown = ""
            Output.standard.write("\r\u{1B}[K")
        }
    }

    /// Columns of the terminal; 80 when it does not tell.
    static var width: Int {
        var size = winsize()
        return ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
    }
}
