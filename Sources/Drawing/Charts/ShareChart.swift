/// Horizontal bars that are cut into shares of a whole, one bar a name.
public struct ShareChart: Sendable {
    public var title: String
    public var kinds: [Kind]
    public var bars: [Bar]

    /// One whole.
    public struct Bar: Sendable {
        public var name: String
        /// In the order of ``ShareChart/kinds``.
        public var counts: [Int]

        public init(_ name: String, counts: [Int]) {
            self.name = name
            self.counts = counts
        }
    }

    public init(_ title: String, kinds: [Kind], bars: [Bar]) {
        self.title = title
        self.kinds = kinds
        self.bars = bars
    }

    private static let barHeight = 18.0
    /// A name that is longer is cut: its whole stands in the hint.
    private static let longestName = 48

    public func picture(width: Double = 640) -> SVG {
        let longest = min(Self.longestName, bars.map(\.name.count).max() ?? 0)
        let left = 16 + 7.2 * Double(longest)
        let right = 110.0
        let top = 62.0
        var svg = SVG(width: width, height: top + Self.barHeight * Double(bars.count) + 14, title: title)
        svg.text(title, at: Point(8, 22), size: 14, isBold: true)
        svg.legend(kinds, at: Point(8, 36))
        for (row, bar) in bars.enumerated() {
            let y = top + Self.barHeight * Double(row)
            let whole = max(1, bar.counts.reduce(0, +))
            let name = bar.name.count > Self.longestName ? bar.name.prefix(Self.longestName - 1) + "…" : bar.name[...]
            svg.text(String(name), at: Point(left - 8, y + 12), size: 11, anchor: .end)
            var start = left
            for (kind, count) in zip(kinds, bar.counts) where count > 0 {
                let length = (width - left - right) * Double(count) / Double(whole)
                svg.rectangle(
                    x: start, y: y, width: length, height: Self.barHeight - 4, fill: kind.color,
                    hint: "\(bar.name): \(count) of \(whole) \(kind.name)")
                start += length
            }
            let first = bar.counts.first ?? 0
            let share = (100 * Double(first) / Double(whole)).text(decimals: 0)
            svg.text("\(share) %  (\(first)/\(whole))", at: Point(width - right + 8, y + 12), size: 11)
        }
        return svg
    }
}
