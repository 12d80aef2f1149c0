internal import RealtimeQueue

/// Decides when a device that delivers nothing is to be given up.
///
/// Only time in which the thread really watched counts: a program that was stopped and continued has seen nothing for
/// long, and its microphone is not to blame.
struct StallWatch: Sendable {
    /// How often to look while nothing comes.
    static let interval = Duration.milliseconds(250)

    private let patience: Duration
    private var silence = Duration.zero
    private var lastLook: HostTime

    init(patience: Duration, at now: HostTime) {
        self.patience = patience
        lastLook = now
    }

    /// The device delivered.
    mutating func reset(at now: HostTime) {
        silence = .zero
        lastLook = now
    }

    /// Whether the device has delivered nothing for longer than `patience`; ask at least once an ``interval``.
    mutating func isStalled(at now: HostTime) -> Bool {
        silence += min(now - lastLook, Self.interval + Self.interval)
        lastLook = now
        return silence > patience
    }
}
