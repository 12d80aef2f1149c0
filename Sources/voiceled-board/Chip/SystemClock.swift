import Glibc

/// The operating system's clocks.
enum SystemClock {
    case monotonic, unix

    /// Since the clock's own beginning. The C function is `clock_gettime`.
    var nanoseconds: UInt64 {
        var time = timespec()
        clock_gettime(self == .monotonic ? CLOCK_MONOTONIC : CLOCK_REALTIME, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
}
