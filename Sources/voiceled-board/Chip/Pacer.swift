/// Keeps the chip's time to the clock on the wall.
struct Pacer {
    /// A chip that lags more than this, for instance after the computer slept, goes on from now instead of hurrying.
    private static let longestLag: UInt64 = 250_000_000
    /// A slice of the chip's life between two looks at the outside world, 5 ms: so much is caught up at once at most.
    private static let longestRun = Uno.frequency / 200

    private var start: UInt64
    private var unixStart: UInt64

    init() {
        start = SystemClock.monotonic.nanoseconds
        unixStart = SystemClock.unix.nanoseconds
    }

    /// The cycle up to which the chip should have run by now.
    mutating func goal(from cycles: UInt64) -> UInt64 {
        let elapsed = SystemClock.monotonic.nanoseconds - start
        let lived = Self.nanoseconds(cycles)
        if elapsed > lived + Self.longestLag {
            let lag = elapsed - lived
            start += lag
            unixStart += lag
            return cycles
        }
        return min(elapsed * (Uno.frequency / 1_000_000) / 1000, cycles + Self.longestRun)
    }

    /// When the world had the time that the chip has at `cycle`: microseconds since 1970.
    func unixMicroseconds(_ cycle: UInt64) -> UInt64 {
        (unixStart + Self.nanoseconds(cycle)) / 1000
    }

    private static func nanoseconds(_ cycles: UInt64) -> UInt64 {
        cycles * 1000 / (Uno.frequency / 1_000_000)
    }
}
