extension Double {
    /// For events: more digits than were measured only make lines long.
    func rounded(toDecimals count: Int) -> Double {
        var scale = 1.0
        for _ in 0..<count { scale *= 10 }
        return (self * scale).rounded() / scale
    }
}
