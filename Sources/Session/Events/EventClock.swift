import Glibc

/// The time that every event carries as `at`: Unix seconds, so that the events of two programs can be compared.
public enum EventClock {
    /// Seconds since 1970 with microsecond precision. The C function is `clock_gettime`.
    public static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Double(time.tv_sec) + (Double(time.tv_nsec) / 1_000).rounded(.down) / 1_000_000
    }
}
