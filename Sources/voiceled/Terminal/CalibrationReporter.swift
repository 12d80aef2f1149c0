import Accuracy
import Recognition
import Session

/// Leads a person through `calibrate`, or tells a program. Any thread may call it.
struct CalibrationReporter: Sendable {
    private let json: Bool
    private let progress = ProgressLine()
    private let problems = ProblemLines()
    private let live: LiveLine
    private let style = Style.standard

    init(json: Bool) {
        self.json = json
        live = LiveLine(isLive: Output.standard.isTerminal && !json)
    }

    func tellLeftOut(_ problems: [ManifestError.Problem]) {
        for problem in problems { Diagnostics.plain("\(problem)", hint: nil) }
        if !problems.isEmpty { Diagnostics.line("recordings with such labels are left out") }
    }

    func tell(_ step: Calibrator.Step) {
        switch step {
        case .recordings(.progress(let it)): progress.show(it)
        case .recordings(.problem(let problem)):
            progress.clear()
            problems.show(problem)
        case .recordings: progress.clear()
        case .live(let step): tell(step)
        case .level(let decibels, let isSpeech, let timeLeft):
            let bar = LevelBar.render(decibels: decibels)
            live.show("\(isSpeech ? style.good(bar) : style.faint(bar)) about \(timeLeft.forPeople) left")
        case .warning(let message):
            if json {
                Output.standard.event("warning", ["message": message])
            } else {
                live.print(style.warning("  \(message)"))
            }
        }
    }

    private func tell(_ step: CalibrationStep) {
        if json { return Output.standard.event("calibrating", step.jsonBody) }
        switch step {
        case .room(let seconds):
            live.print(
                "Listening to the room for \(Duration.seconds(seconds).forPeople). Do as usual, but command nothing.")
        case .prompt(let prompt): live.print("Say: \(prompt.phrase)  \(style.faint(prompt.place))")
        case .retake(let prompt, let reason):
            live.print(style.warning("  \(reason.rawValue); \(reason.hint)"))
            live.print("Once more: \(prompt.phrase)  \(style.faint(prompt.place))")
        case .took(let prompt, let answer):
            let confidence = style.faint("\(answer.confidence.rounded(toDecimals: 2))")
            if answer.text == prompt.phrase {
                live.print("  \(style.good("✓")) \(confidence)")
            } else {
                let heard = answer.text.isEmpty ? "no words" : "\"\(answer.text)\""
                live.print("  \(style.warning("heard \(heard)")) \(confidence)")
            }
        case .stuck, .over: break
        }
    }

    /// Makes room for other lines.
    /// To be called when nothing more is heard.
    func endHearing() {
        progress.clear()
        live.clear()
        problems.conclude()
    }

    func tell(_ result: CalibrationResult) {
        if json {
            for row in result.rows { Output.standard.event("tradeoff", TradeoffRow(row, in: result)) }
        } else {
            Output.standard.line(TradeoffTable(style).describe(result))
        }
    }

    /// - Parameter file: where it was written; `nil` if it was not.
    func tellEnd(_ result: CalibrationResult, file: CalibrationFile?) {
        if json { return Output.standard.event("calibration", CalibrationBody(result, file: file?.path)) }
        if let file {
            Output.standard.line(
                "\(style.good("✓")) written to \(file.path); `voiceled calibrate --undo` takes it back")
        } else {
            Output.standard.line("nothing was changed")
        }
    }

    func tellUndone(_ file: CalibrationFile, _ calibration: Calibration?) {
        let thresholds = calibration?.thresholds ?? [:]
        if json {
            let body = UndoneBody(file: file.path, thresholds: thresholds)
            return Output.standard.event("calibration", body)
        }
        let now =
            thresholds.isEmpty
            ? "the built-in thresholds count again" : "the thresholds are \(TradeoffTable.words(thresholds)) again"
        Output.standard.line("\(style.good("✓")) \(file.path): \(now)")
    }
}

extension CalibrationPrompt {
    fileprivate var place: String { "\(number) of \(total)" }
}
