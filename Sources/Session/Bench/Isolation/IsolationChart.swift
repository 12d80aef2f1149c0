public import Drawing

/// The comparison as a picture: bars for thread and process under each other.
public struct IsolationChart: Sendable {
    private let report: IsolationReport

    public init(_ report: IsolationReport) { self.report = report }

    private static let kinds = [Kind("thread", .blue), Kind("process", .vermilion)]
    private static let width = 900.0
    private static let margin = 20.0
    /// Where bars begin, beside the margin.
    private static let bars = 300.0

    public func picture() -> SVG {
        let charts = charts
        let answers = report.rows.filter { $0.unit == .survival }
        let chartsHeight = charts.map { $0.height + Self.margin }.reduce(0, +)
        let answersHeight = answers.isEmpty ? 0 : 24 + 20 * Double(answers.count)
        let title = "The recogniser in a thread and in a process"
        var svg = SVG(width: Self.width, height: 76 + chartsHeight + answersHeight, title: title)
        svg.text(title, at: Point(Self.margin, 36), size: 17, isBold: true)
        svg.text(
            "\(report.rounds) rounds, \(report.utterances) utterances", at: Point(Self.margin, 56), .gray)
        svg.legend(Self.kinds, at: Point(700, 26))
        var y = 76.0
        for chart in charts {
            chart.draw(
                into: &svg, at: Point(Self.margin, y), width: Self.width - Self.margin, left: Self.bars)
            y += chart.height + Self.margin
        }
        draw(answers, into: &svg, below: y)
        return svg
    }

    /// One for each unit, as far as anything was measured in it.
    private var charts: [BarChart] {
        let times = rows { $0 == .microseconds ? 1e-6 : $0 == .milliseconds ? 1e-3 : nil }
        let seconds = times.flatMap(\.bars).compactMap { $0?.value }
        let timeChart = BarChart(
            Axis("Time, on a logarithmic scale", logarithmic: seconds), kinds: Self.kinds, rows: times)
        let others = [
            ("Memory, MB", IsolationRow.Unit.megabytes), ("Context switches an utterance", .perUtterance),
            ("A second", .perSecond),
        ].map { title, unit in
            let rows = rows { $0 == unit ? 1 : nil }
            let most = rows.flatMap(\.bars).compactMap { $0?.value }.max() ?? 0
            return BarChart(Axis(title, over: 0...max(0, most)), kinds: Self.kinds, rows: rows)
        }
        return ([timeChart] + others).filter { !$0.rows.isEmpty }
    }

    /// - Parameter factor: that makes one measure of those units that stand on one axis; `nil` for all others.
    private func rows(_ factor: (IsolationRow.Unit) -> Double?) -> [BarChart.Row] {
        report.rows.compactMap { row in
            guard let factor = factor(row.unit) else { return nil }
            func bar(_ value: IsolationRow.Value?) -> BarChart.Bar? {
                guard case .number(let number) = value else { return nil }
                return BarChart.Bar(number * factor, row.text(value))
            }
            return BarChart.Row(row.words, [bar(row.thread), bar(row.process)])
        }
    }

    /// Yes and no in words, for what no bar can show.
    private func draw(_ answers: [IsolationRow], into svg: inout SVG, below top: Double) {
        guard !answers.isEmpty else { return }
        svg.text("What outlives it", at: Point(Self.margin, top + 12), isBold: true)
        for (index, row) in answers.enumerated() {
            let y = top + 32 + 20 * Double(index)
            let x = Self.margin + Self.bars
            svg.text(row.words, at: Point(x - 12, y), anchor: .end)
            for (number, (kind, value)) in zip(Self.kinds, [row.thread, row.process]).enumerated() {
                svg.text(
                    "\(kind.name): \(row.text(value))", at: Point(x + 160 * Double(number), y), kind.color, isBold: true
                )
            }
        }
    }
}
