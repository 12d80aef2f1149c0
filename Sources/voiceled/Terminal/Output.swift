import Glibc
import Session

/// Standard output or standard error, unbuffered, so that a reader sees each line at once.
struct Output: Sendable {
    static let standard = Output(STDOUT_FILENO)
    static let error = Output(STDERR_FILENO)

    /// Whether a person looks at it.
    let isTerminal: Bool
    private let descriptor: CInt

    private init(_ descriptor: CInt) {
        self.descriptor = descriptor
        isTerminal = isatty(descriptor) == 1
    }

    func line(_ text: String) { write(text + "\n") }

    /// One event as a line of JSON.
    func event(_ name: String, _ body: some Encodable) { line(JSONLine.encode(event: name, body)) }

    /// Writes all of `text`. When the reader has gone, the program ends with success: `| head -1` is no error.
    func write(_ text: String) {
        var text = text
        let failure: CInt? = text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while !rest.isEmpty {
                let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
                if count >= 0 {
                    rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
                } else if errno != EINTR {
                    return errno
                }
            }
            return nil
        }
        guard let failure else { return }
        if failure != EPIPE && descriptor != STDERR_FILENO {
            Diagnostics.line("cannot write to standard output: \(String(cString: strerror(failure)))")
            exit(ExitStatus.wrongUse.rawValue)
        }
        // At once: a worker may be on its way, and what is tidied up at an ordinary end would complain of it.
        _exit(ExitStatus.done.rawValue)
    }
}
