import Accuracy
import CommandLanguage

extension Answer {
    /// - Parameter beginning: the sentence to which the decision adds a command.
    init(_ decision: Decision, after beginning: Answer? = nil) {
        let heard = decision.heard
        self.init(
            start: heard.span?.start ?? 0, end: heard.span?.end ?? 0, text: heard.text,
            slots: (beginning.map { $0.slots + [.then] } ?? []) + decision.slots, confidence: heard.confidence,
            reason: decision.reason)
    }
}
