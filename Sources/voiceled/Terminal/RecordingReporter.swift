import Session

/// Leads a person through recordings for `models train`, or tells a program. Any thread may call it.
struct RecordingReporter: Sendable {
    private let json: Bool
    private let live: LiveLine
    private let style = Style.standard

    init(json: Bool) {
        self.json = json
        live = LiveLine(isLive: Output.standard.isTerminal && !json)
    }

    func tellStart(_ count: Int, in folder: RecordingFolder) {
        guard !json else { return }
        if folder.count > 0 { live.print("\(folder.count.of("recording")) are there already, in \(folder.path)") }
        live.print(
            "\(count.of("phrase")) to say. Enter after r: the last one again; s: skip; q: stop, and go on another time."
        )
    }

    func tellComplete(_ folder: RecordingFolder) {
        guard !json else { return }
        live.print("all phrases are there already, in \(folder.path); more with --times or --phrase")
    }

    func tellStopped(_ folder: RecordingFolder) {
        guard !json else { return }
        live.print("\(folder.count.of("recording")) kept in \(folder.path); call again to go on")
    }

    func tell(_ step: PhraseRecorder.Step) {
        switch step {
        case .course(let step): tell(step)
        case .level(let decibels, let isSpeech):
            let bar = LevelBar.render(decibels: decibels)
            live.show(isSpeech ? style.good(bar) : style.faint(bar))
        case .warning(let message):
            if json {
                Output.standard.event("warning", ["message": message])
            } else {
                live.print(style.warning("  \(message)"))
            }
        }
    }

    private func tell(_ step: RecordingStep) {
        if json { return Output.standard.event("recording", step.jsonBody) }
        switch step {
        case .prompt(let prompt):
            live.print("Say: \(prompt.phrase)  \(style.faint("\(prompt.number) of \(prompt.total)"))")
        case .took(let prompt, let text):
            let heard = text == prompt.phrase || text.isEmpty ? "" : "  " + style.faint("heard \"\(text)\"")
            live.print("  \(style.good("✓"))\(heard)")
        case .useless(let prompt, let reason):
            live.print(style.warning("  \(reason.rawValue); \(reason.hint)"))
            live.print("Once more: \(prompt.phrase)")
        case .skipped: live.print(style.faint("  skipped"))
        case .takenBack(let prompt): live.print(style.faint("  \"\(prompt.phrase)\" is thrown away"))
        case .stuck, .stopped, .over: break
        }
    }

    /// Makes room for other lines.
    func clear() { live.clear() }
}

extension RecordingStep {
    fileprivate var jsonBody: [String: JSONValue] {
        switch self {
        case .prompt(let prompt): prompt.body("prompt")
        case .took(let prompt, let text): prompt.body("take").merging(["text": .init(text)]) { $1 }
        case .useless(let prompt, let reason):
            prompt.body("retake").merging(["reason": .init(reason.rawValue), "hint": .init(reason.hint)]) { $1 }
        case .skipped(let prompt): prompt.body("skip")
        case .takenBack(let prompt): prompt.body("take_back")
        case .stuck(let reason): ["step": .init("stuck"), "reason": .init(reason.rawValue)]
        case .stopped: ["step": .init("stopped")]
        case .over: ["step": .init("over")]
        }
    }
}

extension CalibrationPrompt {
    fileprivate func body(_ step: String) -> [String: JSONValue] {
        ["step": .init(step), "phrase": .init(phrase), "number": .init(number), "total": .init(total)]
    }
}
