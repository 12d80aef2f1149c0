import Accuracy
import Foundation
import Session

/// Tells what `models bench` finds, to a person or to a program. Any thread may call it.
struct ModelBenchReporter: Sendable {
    private let json: Bool
    private let progress = ProgressLine()
    private let style = Style.standard

    init(json: Bool) { self.json = json }

    func tell(_ step: AccuracyBench.Step) {
        switch step {
        case .progress(let it): progress.show(it)
        case .problem(let problem):
            progress.clear()
            Diagnostics.plain("\(problem)", hint: nil)
        case .accuracy, .falseAccepts: break
        }
    }

    func clear() { progress.clear() }

    /// - Parameter known: recordings that were left out because the model was made from them.
    func tell(before: AccuracyScore, after: AccuracyScore, known: Int) {
        if json {
            let rows =
                [Row("all", "", before.all, after.all)]
                + rows("word", before, after) + rows("speaker", before, after)
            for row in rows { Output.standard.event("comparison", row) }
            return
        }
        if known > 0 { Output.standard.line("\(known.of("recording")) left out: the model was made from them") }
        line("", ["", "clips"], ["stock", "right", "wrong"], ["own", "right", "wrong"])
        tell("all", before.all, after.all)
        for row in rows("word", before, after) { tell(row.name, row.before, row.after) }
        if before.speakers.count > 1 {
            Output.standard.line(style.faint("by speaker"))
            for row in rows("speaker", before, after) where row.before != row.after {
                tell(row.name, row.before, row.after)
            }
        }
    }

    private func line(_ name: String, _ columns: [String]...) {
        let cells = columns.map { $0.map { $0.padding(toLength: 7, withPad: " ", startingAt: 0) }.joined() }
        Output.standard.line(name.padding(toLength: 24, withPad: " ", startingAt: 0) + cells.joined(separator: " "))
    }

    private func tell(_ name: String, _ before: Share, _ after: Share) {
        line(
            name, ["", "\(before.clips)"], ["", "\(before.right)", "\(before.wrong)"],
            ["", "\(after.right)", "\(after.wrong)"])
    }

    /// By word, or by speaker.
    private func rows(_ kind: String, _ before: AccuracyScore, _ after: AccuracyScore) -> [Row] {
        let pairs = { (score: AccuracyScore) -> [(String, Share)] in
            kind == "word"
                ? score.labels.map { ($0.label, $0.share) } : score.speakers.map { ($0.speaker, $0.share) }
        }
        let later = Dictionary(pairs(after)) { first, _ in first }
        return pairs(before).map { name, share in Row(kind, name, share, later[name] ?? Share()) }
    }

    /// One line of the comparison, and the keys of its event.
    private struct Row: Encodable {
        let kind: String
        let name: String
        let before: Share
        let after: Share

        init(_ kind: String, _ name: String, _ before: Share, _ after: Share) {
            self.kind = kind
            self.name = name
            self.before = before
            self.after = after
        }
    }
}
