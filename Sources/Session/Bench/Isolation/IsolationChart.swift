import SystemPackage

/// The comparison as a picture: bars for thread and process under each other, in SVG that follows the reader's choice of
/// light or dark.
public struct IsolationChart: Sendable {
    private let report: IsolationReport

    public init(_ report: IsolationReport) { self.report = report }

    /// - Throws: ``IsolationError`` when the file cannot be written.
    public func write(to path: String) throws(IsolationError) {
        do {
            let file = try FileDescriptor.open(
                FilePath(path), .writeOnly, options: [.create, .truncate],
                permissions: [.ownerReadWrite, .groupRead, .otherRead])
            try file.closeAfter { _ = try file.writeAll(svg.utf8) }
        } catch {
            throw IsolationError(
                "cannot write the chart to \(path): \(error)", hint: "name a file in a folder that you may write to")
        }
    }

    /// The picture itself.
    public var svg: String {
        var canvas = ChartCanvas()
        canvas.title(
            "The recogniser in a thread and in a process",
            below: "\(report.rounds) rounds, \(report.utterances) utterances")
        let times = report.rows.compactMap { ChartBars($0, in: .seconds) }
        canvas.panel("Time, on a logarithmic scale", times, scale: ChartScale(logarithmic: times.flatMap(\.values)))
        for (title, unit) in [
            ("Memory, MB", IsolationRow.Unit.megabytes), ("Context switches an utterance", .perUtterance),
            ("A second", .perSecond),
        ] {
            let bars = report.rows.filter { $0.unit == unit }.compactMap { ChartBars($0, in: .asMeasured) }
            canvas.panel(title, bars, scale: ChartScale(linear: bars.flatMap(\.values)))
        }
        canvas.answers("What outlives it", report.rows.filter { $0.unit == .survival })
        return canvas.svg
    }
}
