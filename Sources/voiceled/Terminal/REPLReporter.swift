import LineEditor
import Session

/// Decisions in plain words above the line that is being typed.
struct REPLReporter: Reporter {
    let editor: LineEditor
    var style = Style.standard

    func tell(_ event: SessionEvent) {
        switch event {
        case .obeyed(let decision, let reports): editor.print(DecisionLine(style).describe(decision, reports))
        case .changed(let change): editor.print(style.faint("\(change.change), by \(change.by)"))
        case .link(let change):
            if case .restored = change {
                editor.print(style.good("\(change)"))
            } else {
                editor.print(style.warning("\(change)"))
            }
            if case .lost(_, let hint?) = change { editor.print(style.faint("  \(hint)")) }
        case .warning(let message): editor.print(style.warning(message))
        case .failure(let message, let hint):
            if editor.isEditing {
                editor.print(style.bad(message) + (hint.map { "\n    \($0)" } ?? ""))
            } else {
                Diagnostics.explain(message, hint: hint)
            }
        case .listening, .level, .speechStarted, .partial, .utterance, .board, .led, .ended: break
        }
    }
}
