import CommandLanguage
import Foundation
import Session

/// One decision in one line: what was heard, what was done for it, and how long it took.
struct DecisionLine {
    private let style: Style
    private let showsPlace: Bool

    /// - Parameter showsPlace: begin with the recording's name and the time in it.
    init(_ style: Style, showsPlace: Bool = true) {
        self.style = style
        self.showsPlace = showsPlace
    }

    func describe(_ decision: Decision, _ reports: [BoardReport]) -> String {
        let words = decision.text.isEmpty ? "…" : "\"\(decision.text)\""
        let place = showsPlace ? decision.heard.place.map { style.faint($0 + " ") } ?? "" : ""
        if let reason = decision.reason { return "\(place)\(style.bad("✗")) \(words): \(reason)" }

        var failures = ""
        for case .failed(let reason, let hint) in reports.map(\.outcome) {
            failures += "\n  \(style.bad("✗")) \(reason)" + (hint.map { "\n    \($0)" } ?? "")
        }
        let mark = failures.isEmpty ? style.good("✓") : style.bad("✗")
        return "\(place)\(mark) \(words)\(effect(decision, reports))\(time(decision, reports))\(failures)"
    }

    private func effect(_ decision: Decision, _ reports: [BoardReport]) -> String {
        var effects = reports.map { $0.command + ($0.outcome == .notSent ? " (not sent)" : "") }
        if let session = decision.session { effects.append(session == .sleep ? "asleep" : "awake") }
        return effects.isEmpty ? "" : " → " + effects.joined(separator: ", ")
    }

    private func time(_ decision: Decision, _ reports: [BoardReport]) -> String {
        let time = decision.heard.latency + reports.reduce(.zero) { $0 + $1.latency }
        return time > .zero ? style.faint("  \(Int(time.milliseconds.rounded())) ms") : ""
    }
}

extension Heard {
    /// Where it was said, for recordings.
    fileprivate var place: String? {
        guard case .recording(let path) = origin else { return nil }
        let name = URL(filePath: path).lastPathComponent
        guard let span else { return name }
        return name + String(format: " %.2f-%.2f s", span.start, span.end)
    }
}
