internal import Glibc
internal import RealtimeQueue

/// Ends the process when nobody is left to answer to, also while a decoder is at work.
enum ParentWatch {
    /// Seconds for the answer to what was sent before the input ended.
    static let grace = 5

    private static let milliseconds: CInt = 250

    /// Watches the two streams and the process that started this one.
    static func start(input: CInt, output: CInt) {
        let parent = getppid()
        NamedThread.start("parent watch") { _ in watch(parent, input: input, output: output) }
    }

    /// Watches the process `parent` alone.
    ///
    /// - Returns: `false` when it has already gone.
    static func start(_ parent: pid_t) -> Bool {
        guard getppid() == parent else { return false }
        return NamedThread.start("parent watch") { _ in watch(parent, input: -1, output: -1) }
    }

    private static func watch(_ parent: pid_t, input: CInt, output: CInt) -> Never {
        // Ends and errors are always told; bytes are not waited for here.
        var requests = [pollfd(fd: input, events: 0, revents: 0), pollfd(fd: output, events: 0, revents: 0)]
        var ticksLeft: Int?
        while true {
            _ = poll(&requests, nfds_t(requests.count), milliseconds)
            if requests[1].revents != 0 || getppid() != parent { _exit(0) }
            if requests[0].revents != 0 {
                requests[0].fd = -1
                ticksLeft = grace * 1_000 / Int(milliseconds)
            } else if let ticks = ticksLeft {
                guard ticks > 0 else { _exit(0) }
                ticksLeft = ticks - 1
            }
        }
    }
}
