import Accuracy
import Foundation
import Session

/// What `bench accuracy` found, in columns.
struct AccuracyTable {
    private let style: Style

    init(_ style: Style) { self.style = style }

    /// More labels than these are told by the worst of them.
    private static let mostLabels = 20
    private static let mostConfusions = 10
    private static let mostExamples = 10

    func describe(_ score: AccuracyScore) -> String {
        let all = score.all
        var lines = [
            "\(score.manifest), \(score.condition): \(all.clips.of("recording")), \(score.speakers.count.of("speaker")), "
                + length(score.hours)
        ]
        let interval = score.interval.map {
            style.faint("  95 % over speakers: \(percent($0.lower)) to \(percent($0.upper))")
        }
        lines.append("  right    \(figures(all.right, all.rightShare))\(interval ?? "")")
        let also = score.rightAmongWrong
        let note = also > 0 ? style.faint("  in \(also) of them the right thing was obeyed as well") : ""
        lines.append("  wrong    \(figures(all.wrong, all.wrongShare))\(note)")
        lines.append("  refused  \(figures(all.refused, all.refusedShare))")
        return (lines + labels(of: score) + confusions(of: score)).joined(separator: "\n")
    }

    func describe(_ accepts: FalseAccepts) -> String {
        let clips = accepts.results.count
        let share = clips > 0 ? Double(accepts.clipsObeyed) / Double(clips) : 0
        var lines = [
            "\(accepts.manifest), nothing to be obeyed: \(clips.of("recording")), \(length(accepts.hours))",
            "  false accepts  \(figures(accepts.count, nil))  \(accepts.perHour.rounded(toDecimals: 1)) an hour, "
                + "in \(percent(share)) of the recordings",
        ]
        for (text, count) in Self.frequent(accepts.examples.map(\.text)).prefix(Self.mostExamples) {
            lines.append(style.faint("    \(String(format: "%5d", count))  \"\(text)\""))
        }
        return lines.joined(separator: "\n")
    }

    func describe(_ result: AccuracyResult, jobs: Int) -> String {
        let speed = String(format: "%.3f", result.realTimeFactor)
        return style.faint(
            "\(result.clips.of("recording")), \(length(result.seconds / 3_600)), in \(result.elapsed.forPeople) with \(jobs) "
                + "at a time; \(speed) s of processor time for a second of sound")
    }

    private func labels(of score: AccuracyScore) -> [String] {
        // Labels that come once each tell no more than the confusions.
        guard score.labels.count > 1, score.labels.count * 2 <= score.all.clips || score.labels.count <= Self.mostLabels
        else { return [] }
        // Of many labels the worst are of interest, and those with no miss are not.
        let isLong = score.labels.count > Self.mostLabels
        let shown =
            isLong
            ? score.labels.filter { $0.share.right < $0.share.clips }.sorted {
                $0.share.rightShare < $1.share.rightShare
            }
            .prefix(Self.mostConfusions)
            : score.labels[...]
        let width = min(60, shown.map(\.label.count).max() ?? 0)
        let title = isLong ? "worst of \(score.labels.count) labels" : "label"
        let heading = title.padding(to: width) + "  clips  right        wrong  refused"
        return [style.faint("  " + heading)]
            + shown.map { label, share in
                "  \(label.padding(to: max(width, title.count)))  \(String(format: "%5d", share.clips))  "
                    + "\(figures(share.right, share.rightShare))  \(String(format: "%4d  %7d", share.wrong, share.refused))"
            }
    }

    private func confusions(of score: AccuracyScore) -> [String] {
        guard !score.confusions.isEmpty else { return [] }
        return [style.faint("  taken for something else")]
            + score.confusions.prefix(Self.mostConfusions).map { confusion in
                String(format: "  %5d  ", confusion.count) + "\"\(confusion.label)\" → \"\(confusion.heard)\""
            }
    }

    private func figures(_ count: Int, _ share: Double?) -> String {
        String(format: "%5d", count) + (share.map { String(format: "%6.1f %%", 100 * $0) } ?? "")
    }

    private func percent(_ share: Double) -> String { String(format: "%.1f %%", 100 * share) }

    private func length(_ hours: Double) -> String {
        hours < 1 ? String(format: "%.1f min", hours * 60) : String(format: "%.2f h", hours)
    }

    private static func frequent(_ texts: [String]) -> [(text: String, count: Int)] {
        Dictionary(grouping: texts) { $0 }.map { ($0.key, $0.value.count) }
            .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    }
}

extension Int {
    /// As `1 recording` or `2 recordings`.
    func of(_ thing: String) -> String { "\(self) \(thing)\(self == 1 ? "" : "s")" }
}

extension String {
    /// With spaces up to `width` characters; longer ones are cut.
    fileprivate func padding(to width: Int) -> String {
        count > width && width > 1
            ? prefix(width - 1) + "…" : self + String(repeating: " ", count: max(0, width - count))
    }
}
