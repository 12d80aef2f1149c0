import Accuracy

extension Answer {
    init(_ decision: Decision) {
        let span = decision.heard.span
        self.init(
            start: span?.start ?? 0, end: span?.end ?? 0, text: decision.heard.text, slots: decision.slots,
            confidence: decision.heard.confidence, reason: decision.reason)
    }
}
