/// Whether losses outnumber gains by more than chance would have it.
public enum SignTest {
    /// - Returns: how probable at least so many losses are if gains were as likely (one-sided).
    public static func probability(losses: Int, gains: Int) -> Double {
        let count = losses + gains
        guard count > 0 else { return 1 }
        var term = 1.0
        for _ in 0..<count { term /= 2 }
        var sum = 0.0
        for hits in 0...count {
            if hits >= losses { sum += term }
            term *= Double(count - hits) / Double(hits + 1)
        }
        return min(1, sum)
    }
}
