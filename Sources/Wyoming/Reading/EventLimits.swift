/// How long the parts of an event may be, in bytes. What is longer is refused without being kept.
public struct EventLimits: Equatable, Sendable {
    /// The header line, without its end.
    public var header = 64 << 10

    /// The JSON after the header. The longest seen in the wild are descriptions of programs with hundreds of voices.
    public var data = 1 << 20

    /// Two minutes of sound at 16 kHz, mono, 16 bits; clients send a tenth of a second at a time.
    public var payload = 4 << 20

    /// A part that is refused is skipped when it claims to be no longer than this. A longer claim is not believed:
    /// waiting for its end would mean never to answer again.
    public var skipped = 64 << 20

    public init() {}
}
