/// What one run of ``LinkBench`` found.
public struct LinkBenchResult: Encodable, Sendable, CustomStringConvertible {
    public let baud: Int
    public let noise: Double
    public let commands: Int
    /// Acknowledged or not, the pins did not show it.
    public let lost: Int
    public let doubled: Int
    public let wrong: Int
    public let retries: Int
    public let resets: Int
    public let p50: Double
    public let p99: Double
    /// Milliseconds that the bytes of a command and its answer are on the wire, on average.
    public let wire: Double
    public let perSecond: Double

    public var isPerfect: Bool { lost + doubled + wrong == 0 }

    enum CodingKeys: String, CodingKey {
        case baud, noise, commands, lost, doubled, wrong, retries, resets
        case p50 = "p50_ms"
        case p99 = "p99_ms"
        case wire = "wire_ms"
        case perSecond = "commands_per_second"
    }

    public var description: String {
        "\(baud) baud, \((noise * 100).rounded(toDecimals: 2)) % of bytes damaged: \(commands) commands, \(resets) resets, "
            + "\(lost) lost, \(doubled) doubled, \(wrong) wrong, \(retries) sent again; round trip p50 \(p50) ms, "
            + "p99 \(p99) ms (wire \(wire) ms); \(perSecond) a second"
    }
}
