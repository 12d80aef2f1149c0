internal import Glibc

/// What one thread of this program has had of the processor, and how long it stood in line for it.
///
/// Made on that thread and read on others: so whoever waits for it can tell a thread that gets nowhere from one that gets
/// no turn on a busy machine.
public final class ThreadTime: Sendable {
    private let clock: clockid_t
    /// The kernel's account of the thread; reading it allocates nothing and needs no name of the thread.
    private let account: CInt

    /// For the calling thread. The C function is `pthread_getcpuclockid`.
    public init() {
        var clock = clockid_t()
        pthread_getcpuclockid(pthread_self(), &clock)
        self.clock = clock
        account = open("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC)
    }

    deinit {
        if account >= 0 { close(account) }
    }

    /// For how long it has had a processor; zero when it has ended. The C function is `clock_gettime`.
    public var computed: Duration {
        var time = timespec()
        guard clock_gettime(clock, &time) == 0 else { return .zero }
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }

    /// For how long it was ready to go on while others had the processor; `nil` where the kernel does not count that,
    /// and when the thread has ended.
    ///
    /// The kernel adds a wait when it is over.
    public var queued: Duration? {
        // "nanoseconds on a processor, nanoseconds in line, turns"; a kernel that does not count writes zeros.
        var text = [UInt8](repeating: 0, count: 80)
        let count = text.withUnsafeMutableBytes { pread(account, $0.baseAddress, $0.count, 0) }
        let numbers = text.prefix(max(0, count)).split(separator: UInt8(ascii: " ")).map { digits in
            digits.reduce(Int64(0)) { $0 &* 10 &+ Int64($1) - Int64(UInt8(ascii: "0")) }
        }
        guard numbers.count == 3, numbers[0] > 0 else { return nil }
        return .nanoseconds(numbers[1])
    }
}
