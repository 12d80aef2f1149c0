internal import Glibc
internal import RealtimeQueue

/// Ends the process in an orderly way when it is told to.
enum EndSignals {
    /// Takes over `SIGTERM`, `SIGINT` and `SIGHUP`. Before any other thread is started: they inherit what is blocked.
    ///
    /// - Parameter cleanUp: called before the end, on a thread of its own.
    static func handle(_ cleanUp: @escaping @Sendable () -> Void) {
        var signals = sigset_t()
        sigemptyset(&signals)
        for signal in [SIGTERM, SIGINT, SIGHUP] { sigaddset(&signals, signal) }
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        let waited = signals
        NamedThread.start("signals") { _ in
            var signals = waited
            var received: CInt = 0
            while sigwait(&signals, &received) != 0 {}
            cleanUp()
            // At once: a decoder at work would not notice, and there is nothing else to put in order.
            _exit(received == SIGINT ? 130 : 0)
        }
    }
}
