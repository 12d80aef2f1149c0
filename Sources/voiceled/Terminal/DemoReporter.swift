import CommandLanguage
import Session
import Synchronization
import TerminalView

/// Decisions line by line, and below them the lights as the simulated pins have them.
final class DemoReporter: Reporter {
    typealias Obeyed = (decision: Decision, reports: [BoardReport])

    let witness = PinWitness()
    private let line = LiveLine()
    private let style = Style.standard
    private let panel = LEDPanel(style: Style.standard.isColored ? .dots : .words)
    private let obeyed = Mutex<[Obeyed]>([])
    private let json: JSONReporter?

    init(json: Bool) { self.json = json ? JSONReporter() : nil }

    func tell(_ event: SessionEvent) {
        switch event {
        case .led(let pin): witness.note(pin)
        case .obeyed(let decision, let reports): obeyed.withLock { $0.append((decision, reports)) }
        default: break
        }
        if let json {
            json.tell(event)
        } else if case .led = event {
            line.show(picture)
        } else if case .obeyed(let decision, let reports) = event {
            line.print(DecisionLine(style, showsPlace: false).describe(decision, reports))
        } else if case .failure(let message, let hint) = event {
            line.clear()
            Diagnostics.explain(message, hint: hint)
        }
    }

    /// What was decided since the last call.
    func takeObeyed() -> [Obeyed] {
        obeyed.withLock { obeyed in
            defer { obeyed = [] }
            return obeyed
        }
    }

    /// Tells what is wrong with the recording just played; without a terminal also how the lights stand now.
    func conclude(_ problems: [String]) {
        guard json == nil else { return }
        for problem in problems { line.print("  \(style.bad("✗")) \(problem)") }
        if !Output.standard.isTerminal { line.print("  \(picture)") }
    }

    func close(obeyed: Int, of count: Int) {
        guard json == nil else { return }
        let last = picture
        line.clear()
        if Output.standard.isTerminal { line.print(last) }
        line.print("\(obeyed) of \(count) commands were heard, acknowledged, and seen at the pins.")
    }

    private var picture: String {
        let seen = witness.seen
        return panel.line(
            ["LED1", "LED2", "LED3", "LAMP"].map { name in
                guard let pin = seen.values.first(where: { $0.led == name }) else { return Light(name: name) }
                return Light(name: name, isOn: pin.on, level: pin.level, color: pin.color.flatMap { RGB(hex: $0) })
            })
    }
}
