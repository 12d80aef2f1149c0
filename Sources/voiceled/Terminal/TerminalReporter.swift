import Session
import Synchronization

/// Decisions in plain words, one line each; below them, in a terminal, a live line with what is being heard.
final class TerminalReporter: Reporter {
    private let line: LiveLine
    private let style: Style
    private let heard = Mutex(Hearing())

    init(line: LiveLine = LiveLine(), style: Style = .standard) {
        self.line = line
        self.style = style
    }

    func tell(_ event: SessionEvent) {
        switch event {
        case .listening(let it):
            line.print(style.faint("Listening to \(it.source): \(it.format), \(it.scheduling) priority. Ctrl-C ends."))
        case .level(let decibels, let isSpeech): draw { $0.hear(decibels: decibels, isSpeech: isSpeech) }
        case .speechStarted: draw { $0.begin() }
        case .partial(let text): draw { $0.partial = text }
        case .utterance: draw { $0.partial = "" }
        case .board: break
        case .obeyed(let decision, let reports): line.print(DecisionLine(style).describe(decision, reports))
        case .changed(let change): line.print(style.faint("  \(change.change), by \(change.by)"))
        case .led: break
        case .link(let change):
            if case .restored = change {
                line.print(style.good("  \(change)"))
            } else {
                line.print(style.warning("  \(change)"))
            }
            if case .lost(_, let hint?) = change { line.print(style.faint("    \(hint)")) }
        case .warning(let message): line.print(style.warning("  \(message)"))
        case .failure(let message, let hint):
            line.clear()
            Diagnostics.explain(message, hint: hint)
        case .ended(let tally):
            line.clear()
            if tally.heard > 1 { line.print(style.faint(tally.summary)) }
        }
    }

    private func draw(_ change: (inout Hearing) -> Void) {
        let text = heard.withLock { hearing in
            change(&hearing)
            return hearing.render(width: LiveLine.width, style: style)
        }
        line.show(text)
    }
}

/// What the live line shows.
private struct Hearing {
    var decibels: Float = -60
    var isSpeech = false
    var partial = ""

    mutating func hear(decibels: Float, isSpeech: Bool) {
        self.decibels = decibels
        self.isSpeech = isSpeech
    }

    mutating func begin() {
        isSpeech = true
        partial = ""
    }

    func render(width: Int, style: Style) -> String {
        let bar = LevelBar.render(decibels: decibels)
        let words = String(partial.prefix(max(0, width - 26)))
        return "\(isSpeech ? style.good(bar) : style.faint(bar)) \(isSpeech && words.isEmpty ? "…" : words)"
    }
}

extension Tally {
    /// Closing words.
    var summary: String {
        var parts = ["\(heard) heard", "\(obeyed) obeyed", "\(refused) refused"]
        if failedCommands > 0 { parts.append("\(failedCommands) not carried out by the board") }
        if droppedSamples > 0 { parts.append("\(droppedSamples) samples dropped") }
        if overruns > 0 { parts.append("\(overruns) overruns") }
        return parts.joined(separator: ", ")
    }
}
