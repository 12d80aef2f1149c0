/// What one run of ``LinkBench`` found.
public struct LinkBenchResult: Encodable, Sendable, CustomStringConvertible {
    public let baud: Int
    /// Chance of each byte to be damaged, and of each answer to be lost, 0 to 1.
    public let noise: Double
    public let lostAnswers: Double
    public internal(set) var commands = 0
    /// Acknowledged or not, the pins did not show it within a second.
    public internal(set) var lost = 0
    public internal(set) var doubled = 0
    public internal(set) var wrong = 0
    /// Not acknowledged, and told so.
    public internal(set) var failed = 0
    /// The first of these, in words.
    public internal(set) var failure: String?
    /// The first few changes that count as doubled or wrong, in words.
    public internal(set) var surprises: [String] = []
    public internal(set) var retries = 0
    public internal(set) var resets = 0
    /// Round trip in milliseconds: from the first byte sent to the acknowledgement.
    public private(set) var p50 = 0.0
    public private(set) var p99 = 0.0
    /// Milliseconds that the bytes of a command and its answer are on the wire, on average.
    public private(set) var wire = 0.0
    var seconds = 0.0

    init(baud: Int, noise: Double, lostAnswers: Double) {
        self.baud = baud
        self.noise = noise
        self.lostAnswers = lostAnswers
    }

    public var isPerfect: Bool { lost + doubled + wrong + failed == 0 }

    /// How often the wire's own time goes into the median round trip.
    public var ratio: Double { wire > 0 ? (p50 / wire).rounded(toDecimals: 2) : 0 }

    public var perSecond: Double { seconds > 0 ? (Double(commands) / seconds).rounded(toDecimals: 1) : 0 }

    mutating func take(_ latencies: [Double], wire: Double) {
        let latencies = latencies.sorted()
        guard !latencies.isEmpty else { return }
        func percentile(_ share: Double) -> Double {
            latencies[min(latencies.count - 1, Int(Double(latencies.count) * share))].rounded(toDecimals: 2)
        }
        (p50, p99) = (percentile(0.5), percentile(0.99))
        self.wire = wire.rounded(toDecimals: 2)
    }

    private enum Key: String, CodingKey {
        case baud, noise, commands, lost, doubled, wrong, failed, retries, resets, ratio, failure, surprises
        case lostAnswers = "lost_answers"
        case p50 = "p50_ms"
        case p99 = "p99_ms"
        case wire = "wire_ms"
        case perSecond = "commands_per_second"
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        for (key, count) in [
            (Key.baud, baud), (.commands, commands), (.lost, lost), (.doubled, doubled), (.wrong, wrong),
            (.failed, failed), (.retries, retries), (.resets, resets),
        ] {
            try container.encode(count, forKey: key)
        }
        try container.encodeIfPresent(failure, forKey: .failure)
        if !surprises.isEmpty { try container.encode(surprises, forKey: .surprises) }
        for (key, number) in [
            (Key.noise, noise), (.lostAnswers, lostAnswers), (.p50, p50), (.p99, p99), (.wire, wire), (.ratio, ratio),
            (.perSecond, perSecond),
        ] {
            try container.encode(number, forKey: key)
        }
    }

    public var description: String {
        "\(baud) baud, \((noise * 100).rounded(toDecimals: 2)) % of bytes damaged: \(commands) commands, \(resets) resets, "
            + "\(lost) lost, \(doubled) doubled, \(wrong) wrong, \(failed) failed, \(retries) sent again; "
            + "round trip p50 \(p50) ms, p99 \(p99) ms, the wire's share \(wire) ms (\(ratio) times that); "
            + "\(perSecond) commands a second" + ([failure].compactMap(\.self) + surprises).map { "; \($0)" }.joined()
    }
}
