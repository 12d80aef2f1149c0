public import Drawing

/// Right recordings against false accepts, as a threshold on the confidence moves: a detection error trade-off, one panel
/// for each list of negatives and one line for each condition. The dot is what is obeyed without a threshold.
public struct DetectionChart: Sendable {
    private let accuracies: [AccuracyScore]
    private let negatives: [FalseAccepts]

    public init(_ accuracies: [AccuracyScore], _ negatives: [FalseAccepts]) {
        self.accuracies = accuracies
        self.negatives = negatives
    }

    private static let width = 680.0
    private static let panel = 400.0
    /// In seconds; recordings that are shorter on average are single words.
    private static let shortClip = 4.0

    public func picture() -> SVG {
        let height = Self.panel * Double(max(1, negatives.count))
        var svg = SVG(width: Self.width, height: height, title: "right against false accepts")
        if accuracies.isEmpty || negatives.isEmpty {
            svg.text("not enough was heard to draw a curve", at: Point(20, 40))
        }
        for (row, list) in negatives.enumerated() where !accuracies.isEmpty {
            let curves = accuracies.map { ($0.condition, Tradeoff($0, against: list)) }
            chart(curves, list).draw(
                into: &svg, at: Point(0, Self.panel * Double(row)), width: Self.width, height: Self.panel)
        }
        return svg
    }

    private func chart(_ curves: [(name: String, tradeoff: Tradeoff)], _ list: FalseAccepts) -> LineChart {
        // Of single words, which follow each other without a pause, the hour says nothing.
        let isShort = list.hours * 3_600 < Self.shortClip * Double(list.results.count)
        func accepts(_ point: Tradeoff.Point) -> Double {
            isShort ? 100 * point.negativesObeyed : point.falseAcceptsPerHour
        }
        let most = curves.flatMap { $0.tradeoff.points.map(accepts) }.max() ?? 0
        let name = list.manifest.split(separator: "/").last.map(String.init) ?? list.manifest
        return LineChart(
            "Right against false accepts: \(name)",
            horizontal: Axis(
                isShort ? "recordings in which something is obeyed, %" : "false accepts an hour", over: 0...max(most, 1)
            ),
            vertical: Axis("right, % of the recordings", over: 0...100),
            series: curves.map { name, tradeoff in
                let points = tradeoff.points.map { Point(accepts($0), 100 * $0.right) }
                let last = tradeoff.points.last.map {
                    let share = (100 * $0.negativesObeyed).text(decimals: 1)
                    return (
                        Point(accepts($0), 100 * $0.right),
                        "\(name): \((100 * $0.right).text(decimals: 1)) % right, \((100 * $0.wrong).text(decimals: 1)) % "
                            + "wrong, \($0.falseAcceptsPerHour.text(decimals: 1)) an hour, \(share) % of the recordings"
                    )
                }
                return .init(name, points: Self.steps(points), dots: last.map { [$0] } ?? [])
            })
    }

    /// Between two thresholds nothing changes.
    private static func steps(_ points: [Point]) -> [Point] {
        var line: [Point] = []
        for point in points {
            if let last = line.last, last.y != point.y, last.x != point.x { line.append(Point(point.x, last.y)) }
            line.append(point)
        }
        return line
    }
}
