import Drawing
import Foundation
import Testing

@testable import Session

@Suite("IsolationReport")
struct IsolationReportTests {
    private static let report = {
        var report = IsolationReport(rounds: 20, utterances: 240)
        report.rows = [
            IsolationRow("start_bare", "started", .microseconds, thread: 31.26, process: 1_234),
            IsolationRow("memory", "memory", .megabytes, thread: 9.5, process: nil),
            IsolationRow("survives_abort", "outlives abort", threadSurvives: false, processSurvives: true),
        ]
        return report
    }()

    @Test("has the figures under each other, with their units, and a dash for what is not known")
    func table() {
        #expect(
            Self.report.table == """
                                 thread  process
                started         31.3 µs  1.23 ms
                memory           9.5 MB        -
                outlives abort       no      yes
                """)
        #expect(IsolationReport(rounds: 1, utterances: 0).table == "nothing was measured")
    }

    @Test("has both sides in every line of JSON, null when not measured")
    func json() {
        let lines = Self.report.rows.map { JSONLine.encode(event: "isolation", at: 0, $0) }
        #expect(
            lines == [
                #"{"at":0,"event":"isolation","process":1234,"thread":31.26,"unit":"µs","what":"start_bare"}"#,
                #"{"at":0,"event":"isolation","process":null,"thread":9.5,"unit":"MB","what":"memory"}"#,
                #"{"at":0,"event":"isolation","process":true,"thread":false,"unit":"survives","what":"survives_abort"}"#,
            ])
    }

    @Test("is drawn with every figure in it")
    func chart() {
        let svg = IsolationChart(Self.report).picture().document
        for text in ["started", "31.3 µs", "1.23 ms", "9.5 MB", "outlives abort", "thread: no", "process: yes"] {
            #expect(svg.contains(text), "\(text)")
        }
        func count(_ color: Color) -> Int { svg.components(separatedBy: "fill=\"\(color.rawValue)\"/>").count - 1 }
        // One of the legend, and the bars; what was not measured has none.
        #expect(count(.blue) == 3)
        #expect(count(.vermilion) == 2)
        #expect(IsolationChart(IsolationReport(rounds: 1, utterances: 0)).picture().document.hasSuffix("</svg>\n"))
    }
}
