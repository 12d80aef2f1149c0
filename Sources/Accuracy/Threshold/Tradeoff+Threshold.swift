extension Tradeoff {
    /// What any threshold would buy, also one that is the confidence of nothing that was heard.
    public func point(at threshold: Double) -> Point {
        // From the strictest to none: nothing changes until the next confidence is reached.
        points.last { $0.threshold >= threshold } ?? points[0]
    }
}
