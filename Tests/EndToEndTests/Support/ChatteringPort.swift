import Foundation

/// A port with a device on it that is no board of ours: it answers every line with the same words.
final class ChatteringPort {
    let path: String
    /// Kept open, so that the device does not take the time between two programs for the end.
    private let programEnd: Int32

    init(saying words: String) {
        var ends: (device: Int32, program: Int32) = (-1, -1)
        precondition(openpty(&ends.device, &ends.program, nil, nil, nil) == 0, "no pseudo-terminal")
        for end in [ends.device, ends.program] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        path = String(cString: ttyname(ends.program))
        programEnd = ends.program
        let device = ends.device
        Thread.detachNewThread {
            let answer = Array((words + "\r\n").utf8)
            LineScanner.scan(device) { _ in _ = write(device, answer, answer.count) }
        }
    }

    deinit { close(programEnd) }
}
