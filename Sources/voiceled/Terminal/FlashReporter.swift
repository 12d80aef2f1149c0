import Session

/// Tells a person or a program how far the writing of a sketch has come. Any thread may call it.
struct FlashReporter: Sendable {
    private let json: Bool
    private let live = LiveLine()
    private let start = ContinuousClock.now

    init(json: Bool) { self.json = json }

    func tell(_ progress: FlashProgress) {
        if json {
            send(["stage": .init(progress.stage.rawValue), "percent": .init(progress.percent)])
        } else {
            live.show("\(progress.stage.words) \(progress.percent) %")
        }
    }

    func done(_ result: Flashing.Result) {
        if json {
            send(
                [
                    "result": .init("ok"), "seconds": .init(seconds), "sketch": .init(result.sketch),
                    "port": .init(result.port),
                ])
        } else {
            live.clear()
            Output.standard.line(
                "\(Style.standard.good("✓")) \(result.sketch) is on \(result.port): written, verified, and it answers "
                    + Style.standard.faint("\(seconds.rounded(toDecimals: 1)) s"))
        }
    }

    /// Only the event: the program's end says in words what went wrong.
    func failed(_ error: any Error) {
        live.clear()
        guard json else { return }
        let hint = (error as? any Remediable)?.hint
        send(
            [
                "result": .init("failed"), "seconds": .init(seconds), "message": .init("\(error)"), "hint": .init(hint),
            ])
    }

    private func send(_ fields: [String: JSONValue]) { Output.standard.event("flash", fields) }

    private var seconds: Double { (ContinuousClock.now - start).milliseconds / 1000 }
}

extension FlashProgress.Stage {
    fileprivate var words: String {
        switch self {
        case .build: "building the sketch"
        case .write: "writing it to the board"
        case .verify: "reading it back"
        case .hello: "asking the board for its name"
        }
    }
}
