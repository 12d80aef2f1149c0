internal import Glibc

/// A moment on the clock that all threads of this machine share and nobody can set.
///
/// The C function is `clock_gettime` with `CLOCK_MONOTONIC`. A plain number of nanoseconds, so that it fits the one
/// atomic word in which a capture thread publishes it.
public struct HostTime: Comparable, Sendable {
    /// Nanoseconds since some moment before this program began.
    public var nanoseconds: Int64

    public init(nanoseconds: Int64) {
        self.nanoseconds = nanoseconds
    }

    /// This moment. Neither allocates nor locks.
    public static var now: HostTime {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return HostTime(nanoseconds: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
    }

    /// Keeps the calling thread asleep until `moment`; returns at once when it has passed.
    ///
    /// The C function is `clock_nanosleep` with `TIMER_ABSTIME`, so that steps do not add up their errors.
    public static func sleep(until moment: HostTime) {
        var time = timespec(
            tv_sec: Int(moment.nanoseconds / 1_000_000_000), tv_nsec: Int(moment.nanoseconds % 1_000_000_000))
        while clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &time, nil) == EINTR {}
    }

    public static func < (left: HostTime, right: HostTime) -> Bool {
        left.nanoseconds < right.nanoseconds
    }

    public static func + (time: HostTime, duration: Duration) -> HostTime {
        let (seconds, attoseconds) = duration.components
        return HostTime(nanoseconds: time.nanoseconds + seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
    }

    public static func - (time: HostTime, duration: Duration) -> HostTime {
        time + (.zero - duration)
    }

    /// The time that passed from `earlier` to `later`; negative when they are the other way round.
    public static func - (later: HostTime, earlier: HostTime) -> Duration {
        .nanoseconds(later.nanoseconds - earlier.nanoseconds)
    }
}
