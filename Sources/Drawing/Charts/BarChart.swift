/// Horizontal bars over one axis: for each name one bar of each kind, under each other, to be compared.
public struct BarChart: Sendable {
    public var axis: Axis
    public var kinds: [Kind]
    public var rows: [Row]

    /// What is measured of one name.
    public struct Row: Sendable {
        public var name: String
        /// In the order of ``BarChart/kinds``; `nil` where nothing was measured.
        public var bars: [Bar?]

        public init(_ name: String, _ bars: [Bar?]) {
            self.name = name
            self.bars = bars
        }
    }

    public struct Bar: Equatable, Sendable {
        public var value: Double
        /// Written at its end.
        public var text: String

        public init(_ value: Double, _ text: String) {
            self.value = value
            self.text = text
        }
    }

    /// - Parameter axis: its name is the title.
    public init(_ axis: Axis, kinds: [Kind], rows: [Row]) {
        self.axis = axis
        self.kinds = kinds
        self.rows = rows
    }

    private static let barHeight = 12.0
    private static let gap = 9.0
    /// Behind the longest bar is room for its figure.
    private static let right = 90.0

    private var rowHeight: Double { (Self.barHeight + 1) * Double(kinds.count) + Self.gap }

    /// How high the chart will be, in pixels.
    public var height: Double { 24 + rowHeight * Double(rows.count) }

    /// Draws the chart into a box of `width` pixels at `origin`, the names right before the bars.
    ///
    /// - Parameter left: where the bars begin; the same for charts that stand under each other.
    public func draw(into svg: inout SVG, at origin: Point, width: Double, left: Double) {
        let x0 = origin.x + left
        let x1 = origin.x + width - Self.right
        let top = origin.y + 20
        func place(_ value: Double) -> Double { x0 + axis.position(of: value) * (x1 - x0) }
        svg.text(axis.name, at: Point(origin.x, origin.y + 12), isBold: true)
        for tick in axis.ticks {
            let x = place(tick)
            svg.text(axis.text(of: tick), at: Point(x, origin.y + 12), size: 11, .gray, anchor: .middle)
            svg.line(from: Point(x, top), to: Point(x, origin.y + height), .pale)
        }
        for (index, row) in rows.enumerated() {
            let y = top + Self.gap / 2 + rowHeight * Double(index)
            svg.text(row.name, at: Point(x0 - 12, y + (rowHeight - Self.gap) / 2 + 4), anchor: .end)
            for (number, (kind, bar)) in zip(kinds, row.bars).enumerated() {
                guard let bar else { continue }
                let y = y + (Self.barHeight + 1) * Double(number)
                // A value at the very left still shows that it is there.
                let length = max(2, place(bar.value) - x0)
                svg.rectangle(x: x0, y: y, width: length, height: Self.barHeight, fill: kind.color)
                svg.text(bar.text, at: Point(x0 + length + 6, y + 10), size: 11)
            }
        }
    }
}
