extension Double {
    /// The number with exactly `count` decimals, rounded half away from zero, for people and for SVG; `-` when it is
    /// not finite.
    ///
    /// - Parameter count: 0 to 9.
    public func text(decimals count: Int) -> String {
        guard isFinite, magnitude < 1e9 else { return isFinite ? "\(self)" : "-" }
        var scale = 1
        for _ in 0..<count { scale *= 10 }
        let scaled = Int((magnitude * Double(scale)).rounded())
        let sign = self < 0 && scaled > 0 ? "-" : ""
        guard count > 0 else { return "\(sign)\(scaled)" }
        let fraction = String(scaled % scale)
        return "\(sign)\(scaled / scale)." + String(repeating: "0", count: count - fraction.count) + fraction
    }

    /// As few decimals as it takes, at most `most`.
    func shortText(most: Int = 2) -> String {
        var text = text(decimals: most)
        guard text.contains(".") else { return text }
        while text.last == "0" { text.removeLast() }
        if text.last == "." { text.removeLast() }
        return text
    }
}
