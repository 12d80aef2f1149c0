import Drawing
import Foundation
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("SVG")
struct SVGTests {
    /// Whether the document is well-formed XML.
    private func isWellFormed(_ svg: SVG) -> Bool { XMLParser(data: Data(svg.document.utf8)).parse() }

    @Test("is well-formed whatever stands in it")
    func hostile() {
        var svg = SVG(width: 100, height: 50, title: "<script>&\"'\u{0}\u{1B}[31m")
        svg.text("a < b & c > \"d\" ]]> \u{7}", at: Point(1, 2))
        svg.rectangle(x: 0, y: 0, width: -5, height: 3, fill: .blue, hint: "<&>")
        svg.circle(at: Point(.infinity, .nan), radius: 2, fill: .green, hint: "\u{FFFF}")
        #expect(isWellFormed(svg))
        #expect(!svg.document.contains("<script>"))
        #expect(svg.document.contains("width=\"0\" height=\"3\""))
    }

    @Test("draws a line chart with a legend only for several lines, within its box")
    func lineChart() {
        let line = LineChart.Series("one", points: [Point(0, 0), Point(50, 100), Point(500, 1_000)])
        func chart(_ series: [LineChart.Series]) -> SVG {
            LineChart("t", horizontal: Axis("x", over: 0...100), vertical: Axis("y", over: 0...100), series: series)
                .picture()
        }
        #expect(isWellFormed(chart([line])) && !chart([line]).document.contains(">one<"))
        #expect(chart([line, line]).document.contains(">one<"))
        #expect(chart([line]).document.contains("points=\"64,348 342,40 620,40\""))
        #expect(isWellFormed(chart([])))
    }

    @Test("draws shares whose bars are as long as the counts say, and cuts long names")
    func shareChart() {
        let name = String(repeating: "x", count: 80)
        let svg = ShareChart(
            "t", kinds: [Kind("right", .green), Kind("wrong", .vermilion)],
            bars: [.init("on", counts: [3, 1]), .init(name, counts: [0, 0])]
        ).picture()
        #expect(isWellFormed(svg))
        #expect(svg.document.contains("75 %  (3/4)") && svg.document.contains("0 %  (0/1)"))
        #expect(!svg.document.contains(name))
    }

    @Test("draws bars of two kinds as long as their values say, and none for what is not known")
    func barChart() {
        let chart = BarChart(
            Axis("MB", over: 0...10), kinds: [Kind("a", .blue), Kind("b", .green)],
            rows: [.init("x", [.init(5, "five"), nil]), .init("y", [.init(0, "none"), .init(10, "ten")])])
        var svg = SVG(width: 310, height: chart.height, title: "t")
        chart.draw(into: &svg, at: Point(10, 0), width: 300, left: 10)
        #expect(isWellFormed(svg))
        let bars = svg.document.split(separator: "\n").filter { $0.contains("height=\"12\"") }
        let widths = bars.compactMap { $0.split(separator: " ").first { $0.hasPrefix("width") } }
        // What is nothing still shows that it is there.
        #expect(widths == ["width=\"100\"", "width=\"2\"", "width=\"200\""])
        #expect(svg.document.contains(">five<"))
    }

    @Test("draws a trace with its words, phases and decision")
    func trace() {
        var trace = Trace(title: "red.wav", duration: 1)
        trace.wave = [-0.1...0.1, -0.9...0.8, -0.1...0.2]
        trace.frames = (0..<100).map { index in
            let phase: Trace.Phase = index < 40 ? .silence : index < 80 ? .speech : .pause
            let level = Double(index % 40) - 60
            return Trace.Frame(level: level, floor: -70, threshold: -60, isLoud: index > 50, phase: phase)
        }
        var utterance = Trace.Utterance(
            start: 0.3, end: 0.8, endedAt: 0.95, cause: "silence", decision: "✓ \"red\"", isAccepted: true)
        utterance.words = [.init("red", start: 0.4, end: 0.7)]
        trace.utterances = [utterance]
        let svg = trace.picture()
        #expect(isWellFormed(svg))
        for text in [
            ">red<", ">silence<", ">speech<", ">pause<", "ended by silence, known at 0.95 s", "✓ &quot;red&quot;",
        ] {
            #expect(svg.document.contains(text), "\(text) is missing")
        }
        #expect(isWellFormed(Trace(title: "", duration: 0).picture()))
    }

    @Test("writes numbers with as many decimals as are asked for")
    func decimals() {
        #expect(0.125.text(decimals: 2) == "0.13" && (-0.001).text(decimals: 2) == "0.00")
        #expect((-12.5).text(decimals: 0) == "-13" && 7.0.text(decimals: 3) == "7.000")
        #expect(Double.nan.text(decimals: 1) == "-" && Double.infinity.text(decimals: 1) == "-")
    }
}
