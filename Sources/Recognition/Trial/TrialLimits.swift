internal import Glibc

/// What a decoder on trial may use up before its process is ended.
public struct TrialLimits: Codable, Equatable, Sendable {
    /// Of processor time; a loop without end stops here, however busy the machine is.
    public var processorSeconds = 10

    /// By the clock, for a decoder that waits without end.
    public var seconds = 60

    /// Of address space, in bytes.
    public var memory = 1 << 30

    public init() {}

    /// Holds for the running process from now on, which leaves no core file either.
    ///
    /// The C functions are `setrlimit` and `alarm`.
    func apply() {
        Self.set(__rlimit_resource_t(RLIMIT_CORE.rawValue), 0)
        // A second more before the kernel kills for good: the first signal names the reason, the second does not.
        Self.set(__rlimit_resource_t(RLIMIT_CPU.rawValue), UInt(processorSeconds), final: UInt(processorSeconds + 1))
        Self.set(__rlimit_resource_t(RLIMIT_AS.rawValue), UInt(memory))
        alarm(UInt32(seconds))
    }

    private static func set(_ resource: __rlimit_resource_t, _ value: UInt, final: UInt? = nil) {
        var limit = rlimit(rlim_cur: value, rlim_max: final ?? value)
        _ = setrlimit(resource, &limit)
    }
}
