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

    @Test("is drawn as well-formed SVG with every figure in it, for light and dark")
    func chart() throws {
        let svg = IsolationChart(Self.report).svg
        for text in ["started", "31.3 µs", "1.23 ms", "9.5 MB", "thread: no", "process: yes", "prefers-color-scheme"] {
            #expect(svg.contains(text), "\(text)")
        }
        // Two of the legend, and three bars.
        #expect(svg.components(separatedBy: "<rect class=\"thread\"").count - 1 == 3)
        #expect(svg.components(separatedBy: "<rect class=\"process\"").count - 1 == 2)
        _ = try XMLCheck(svg)
    }

    @Test("is drawn with nothing in it when nothing was measured")
    func emptyChart() throws {
        _ = try XMLCheck(IsolationChart(IsolationReport(rounds: 1, utterances: 0)).svg)
    }

    @Test("that cannot be written says so and what to do")
    func unwritable() {
        let error = #expect(throws: IsolationError.self) {
            try IsolationChart(Self.report).write(to: "/nowhere/chart.svg")
        }
        #expect(error?.description == "cannot write the chart to /nowhere/chart.svg: No such file or directory")
        #expect(error?.hint == "name a file in a folder that you may write to")
    }
}

/// Throws for text in which elements are not closed in the order in which they were opened.
private struct XMLCheck {
    struct Broken: Error { let at: String }

    init(_ text: String) throws {
        var open: [Substring] = []
        for tag in text.split(separator: "<").dropFirst(text.hasPrefix("<") ? 0 : 1) {
            guard let end = tag.firstIndex(of: ">") else { throw Broken(at: String(tag)) }
            let inside = tag[..<end]
            if inside.hasPrefix("/") {
                guard open.popLast() == inside.dropFirst() else { throw Broken(at: String(tag)) }
            } else if !inside.hasSuffix("/") {
                open.append(inside.prefix { !$0.isWhitespace })
            }
        }
        guard open.isEmpty else { throw Broken(at: "the end") }
    }
}
