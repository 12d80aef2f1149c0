/// Lines over two axes, with a legend.
public struct LineChart: Sendable {
    public var title: String
    public var horizontal: Axis
    public var vertical: Axis
    public var series: [Series]

    /// One line of the chart.
    public struct Series: Sendable {
        public var name: String
        public var points: [Point]
        /// Points that are drawn as dots, each with words that appear when the pointer rests on it.
        public var dots: [(point: Point, hint: String)]

        public init(_ name: String, points: [Point], dots: [(point: Point, hint: String)] = []) {
            self.name = name
            self.points = points
            self.dots = dots
        }
    }

    public init(_ title: String, horizontal: Axis, vertical: Axis, series: [Series]) {
        self.title = title
        self.horizontal = horizontal
        self.vertical = vertical
        self.series = series
    }

    private static let left = 64.0
    private static let top = 40.0
    private static let bottom = 52.0
    private static let right = 20.0

    /// Draws the chart into a box of `width` times `height` pixels at `origin`.
    public func draw(into svg: inout SVG, at origin: Point, width: Double, height: Double) {
        let legend = series.count > 1 ? 20.0 + 7.2 * Double(series.map(\.name.count).max() ?? 0) : 0
        let x0 = origin.x + Self.left
        let x1 = origin.x + width - Self.right - legend
        let y0 = origin.y + height - Self.bottom
        let y1 = origin.y + Self.top
        func place(_ point: Point) -> Point {
            Point(
                x0 + horizontal.position(of: point.x) * (x1 - x0), y0 + vertical.position(of: point.y) * (y1 - y0))
        }
        svg.text(title, at: Point(origin.x + 8, origin.y + 22), size: 14, isBold: true)
        for tick in horizontal.ticks {
            let x = place(Point(tick, vertical.lower)).x
            svg.line(from: Point(x, y0), to: Point(x, y1), .pale)
            svg.text(horizontal.text(of: tick), at: Point(x, y0 + 17), size: 11, anchor: .middle)
        }
        for tick in vertical.ticks {
            let y = place(Point(horizontal.lower, tick)).y
            svg.line(from: Point(x0, y), to: Point(x1, y), .pale)
            svg.text(vertical.text(of: tick), at: Point(x0 - 6, y + 4), size: 11, anchor: .end)
        }
        svg.line(from: Point(x0, y0), to: Point(x1, y0), .black)
        svg.line(from: Point(x0, y0), to: Point(x0, y1), .black)
        svg.text(horizontal.name, at: Point((x0 + x1) / 2, y0 + 38), anchor: .middle)
        svg.text(
            vertical.name, at: Point(origin.x + 16, (y0 + y1) / 2), anchor: .middle, isVertical: true)
        for (index, line) in series.enumerated() {
            let color = Color.series[index % Color.series.count]
            svg.polyline(line.points.map(place), color, width: 2)
            for dot in line.dots { svg.circle(at: place(dot.point), radius: 4.5, fill: color, hint: dot.hint) }
            guard series.count > 1 else { continue }
            let y = y1 + 8 + 18 * Double(index)
            svg.rectangle(x: x1 + 10, y: y - 5, width: 12, height: 4, fill: color)
            svg.text(line.name, at: Point(x1 + 26, y + 1), size: 11)
        }
    }

    /// The chart as a picture of its own.
    public func picture(width: Double = 640, height: Double = 400) -> SVG {
        var svg = SVG(width: width, height: height, title: title)
        draw(into: &svg, at: Point(0, 0), width: width, height: height)
        return svg
    }
}
