import Foundation
import Glibc

/// A terminal with a person at it, who types and looks at the screen.
///
/// `@unchecked` because the screen is only touched by the one test that owns the terminal, in one call after another.
public final class PseudoTerminal: @unchecked Sendable {
    /// The end a program reads from and writes to.
    public let programEnd: Int32
    private var personEnd: Int32
    public private(set) var screen: Screen
    /// Everything ever shown, control codes included.
    public private(set) var transcript: [UInt8] = []

    /// Longer than anything here takes on a busy machine; only a failing test waits for it.
    private static let patience: Int32 = 120_000

    public init(columns: Int = 40) {
        setenv("TERM", "xterm", 1)
        var size = winsize(ws_row: 24, ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        var ends: (Int32, Int32) = (-1, -1)
        precondition(openpty(&ends.0, &ends.1, nil, nil, &size) == 0, "no pseudo-terminal")
        for end in [ends.0, ends.1] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        (personEnd, programEnd) = ends
        screen = Screen(columns: columns)
    }

    deinit {
        close(programEnd)
        hangUp()
    }

    public func hangUp() {
        if personEnd >= 0 { close(personEnd) }
        personEnd = -1
    }

    public func type(_ text: String) {
        type(bytes: Array(text.utf8))
    }

    public func type(bytes: [UInt8]) {
        precondition(write(personEnd, bytes, bytes.count) == bytes.count)
    }

    /// Looks at the screen until `fact` holds.
    ///
    /// - Returns: `false` if it never did.
    public func shows(_ fact: @escaping @Sendable (Screen) -> Bool) async -> Bool {
        await withCheckedContinuation { continuation in
            // A thread of its own: the wait must not take one that a task needs to make the fact come true.
            Thread.detachNewThread { continuation.resume(returning: self.watch(for: fact)) }
        }
    }

    /// Waits until `text` has arrived, whatever it does to a screen.
    public func hears(_ text: String) async -> Bool {
        await shows { [self] _ in String(decoding: transcript, as: UTF8.self).contains(text) }
    }

    /// Looks at the screen until the cursor's row reads `row`.
    public func shows(row: String) async -> Bool {
        await shows { $0.currentRow == row }
    }

    /// Looks at the screen until the prompt waits for a line.
    public func prompts() async -> Bool {
        await shows(row: ">")
    }

    private func watch(for fact: (Screen) -> Bool) -> Bool {
        var bytes = [UInt8](repeating: 0, count: 4_096)
        while !fact(screen) {
            var request = pollfd(fd: personEnd, events: Int16(POLLIN), revents: 0)
            guard poll(&request, 1, Self.patience) > 0 else { return false }
            let count = read(personEnd, &bytes, bytes.count)
            guard count > 0 else { return false }
            transcript += bytes.prefix(count)
            screen.show(bytes.prefix(count))
        }
        return true
    }

    public func resize(columns: Int) {
        var size = winsize(ws_row: 24, ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(personEnd, UInt(TIOCSWINSZ), &size)
    }

    /// The name by which a program opens ``programEnd``, such as `/dev/pts/3`.
    public var path: String { String(cString: ttyname(programEnd)) }

    /// The flags that decide whether a shell would work in this terminal.
    public var settings: [UInt32] {
        var settings = termios()
        tcgetattr(programEnd, &settings)
        return [settings.c_iflag, settings.c_oflag, settings.c_cflag, settings.c_lflag]
    }
}
