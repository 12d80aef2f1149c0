internal import Glibc

/// Standard output, kept for the protocol.
enum StandardStreams {
    /// Takes standard output for the protocol alone; what a library prints there goes to standard error from now on.
    ///
    /// - Returns: the two ends of the protocol.
    static func take() -> (input: CInt, output: CInt) {
        let output = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
        dup2(STDERR_FILENO, STDOUT_FILENO)
        return (fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3), output)
    }
}
