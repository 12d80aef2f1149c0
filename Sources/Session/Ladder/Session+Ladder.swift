import Recognition

extension Session {
    /// Tells what happens to the recognisers of `ear`, until it is closed.
    public func watch(_ ear: Ear) async {
        guard let fallback = ear.fallback else { return }
        for await event in fallback.events { note(event) }
    }

    func primaryFailed(_ reason: String) {
        ladder.primaryFailed()
        tally.recognizerFailures += 1
        note(.recognizer(RecognizerReport(.primary, .failed, reason: reason, rung: ladder.rung)))
    }

    func primaryRecovered() {
        ladder.primaryRecovered()
        note(.recognizer(RecognizerReport(.primary, .recovered, rung: ladder.rung)))
    }

    func primaryGivenUp(hung: Int) {
        note(.recognizer(RecognizerReport(.primary, .gaveUp, reason: "it hung \(hung) times", rung: ladder.rung)))
    }

    private func note(_ event: FallbackEvent) {
        switch event {
        case .ready: tell(.ready)
        case .died(let reason):
            tally.workersLost += 1
            tell(.failed, reason)
        case .hung(let reason):
            tally.workersLost += 1
            tell(.hung, reason)
        case .recycled(let memory): tell(.recycled, "it had grown to \(memory >> 20) MB")
        case .recovered(let outage): tell(.recovered, outage: outage)
        case .gaveUp(let reason):
            ladder.fallbackGaveUp(reason)
            tell(.gaveUp, reason)
        }
    }

    private func tell(_ state: RecognizerReport.State, _ reason: String? = nil, outage: Duration? = nil) {
        note(.recognizer(RecognizerReport(.fallback, state, reason: reason, outage: outage, rung: ladder.rung)))
    }
}
