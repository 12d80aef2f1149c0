import Foundation

/// A port with a device on it that is no board of ours: it answers every line in its own way.
final class ChatteringPort {
    let path: String
    /// Kept open, so that the device does not take the time between two programs for the end.
    private let programEnd: Int32

    convenience init(saying words: String) {
        self.init { _ in words }
    }

    init(answering answer: @escaping @Sendable (String) -> String) {
        var ends: (device: Int32, program: Int32) = (-1, -1)
        precondition(openpty(&ends.device, &ends.program, nil, nil, nil) == 0, "no pseudo-terminal")
        for end in [ends.device, ends.program] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        path = String(cString: ttyname(ends.program))
        programEnd = ends.program
        let device = ends.device
        Thread.detachNewThread {
            LineScanner.scan(device) { line in
                let bytes = Array((answer(line) + "\r\n").utf8)
                _ = write(device, bytes, bytes.count)
            }
        }
    }

    deinit { close(programEnd) }
}
