import Glibc

/// The signals that end the program, taken when it has time for them rather than at any moment.
struct StopSignal {
    private var set = sigset_t()

    /// From now on they wait. A closed pipe is an error of `write` and no signal.
    init() {
        sigemptyset(&set)
        for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&set, number) }
        sigprocmask(SIG_BLOCK, &set, nil)
        signal(SIGPIPE, SIG_IGN)
    }

    /// The signal that came, if one did.
    mutating func take() -> CInt? {
        var now = timespec()
        let number = sigtimedwait(&set, nil, &now)
        return number > 0 ? number : nil
    }
}
