internal import Glibc

/// A copy of somebody's file descriptor, closed when the last user is gone.
///
/// The copy names the same file however long the editor lives, even if the original was closed and its number given to
/// another file.
final class Descriptor: Sendable {
    let number: Int32

    init(copying original: Int32) throws(LineEditorError) {
        number = fcntl(original, F_DUPFD_CLOEXEC, 0)
        guard number >= 0 else { throw LineEditorError(.inputFailed, failing: "fcntl", to: "read lines") }
    }

    deinit { close(number) }

    /// Writes all of `text`; a terminal or pipe that is gone has nobody left to miss it.
    func write(_ text: String) {
        _ = Self.write(text, to: number)
    }

    /// Writes all of `text`, however many calls that takes.
    ///
    /// - Returns: `false` if that failed; `errno` says why.
    static func write(_ text: String, to descriptor: Int32) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var sent = 0
            while sent < bytes.count {
                let count = Glibc.write(descriptor, bytes.baseAddress! + sent, bytes.count - sent)
                if count > 0 {
                    sent += count
                } else if count < 0, errno == EAGAIN {
                    var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                    poll(&request, 1, -1)
                } else if count == 0 || errno != EINTR {
                    return false
                }
            }
            return true
        }
    }

    /// A stream on a copy of its own, which closing the stream closes. The C function is `fdopen`.
    func stream(_ mode: String) -> UnsafeMutablePointer<FILE>? {
        let copy = fcntl(number, F_DUPFD_CLOEXEC, 0)
        guard copy >= 0, let stream = fdopen(copy, mode) else {
            close(copy)
            return nil
        }
        return stream
    }

    enum Readiness { case input, wake }

    /// Waits until there is something to read or nothing to come, or `wake` was signalled, which comes first if both are.
    func wait(orFor wake: Int32) -> Readiness {
        var requests = [
            pollfd(fd: wake, events: Int16(POLLIN), revents: 0), pollfd(fd: number, events: Int16(POLLIN), revents: 0),
        ]
        while true {
            let count = poll(&requests, 2, -1)
            // A signal that somebody else handles is no reason to stop; anything else shows itself in the next `read`.
            if count < 0, errno == EINTR { continue }
            return count > 0 && requests[0].revents != 0 ? .wake : .input
        }
    }
}
