/// One recording and everything that was heard in it.
public struct ClipResult: Equatable, Sendable {
    public let clip: Clip
    /// In the order of the recording; a recording in which nobody speaks has one without words.
    public let answers: [Answer]
    /// How long the recording lasts.
    public let seconds: Double

    public init(_ clip: Clip, answers: [Answer], seconds: Double) {
        self.clip = clip
        self.answers = answers
        self.seconds = seconds
    }

    public enum Verdict: String, Sendable {
        /// Something was obeyed, and nothing but what was said.
        case right
        /// Something else was obeyed, be it after the right thing.
        case wrong
        /// Nothing was obeyed.
        case refused
    }

    /// - Parameter threshold: answers of less confidence count as refused.
    public func verdict(atConfidence threshold: Double = 0) -> Verdict {
        let obeyed = obeyed(atConfidence: threshold)
        if obeyed.isEmpty { return .refused }
        return obeyed.allSatisfy(isRight) ? .right : .wrong
    }

    /// What was obeyed, in order.
    public func obeyed(atConfidence threshold: Double = 0) -> [Answer] {
        answers.filter { $0.isAccepted && $0.confidence >= threshold }
    }

    /// What was obeyed although something else, or nothing, was said.
    public var mistakes: [Answer] { obeyed().filter { !isRight($0) } }

    /// Whether what was said was obeyed, whatever else was.
    public var holdsRight: Bool { obeyed().contains(where: isRight) }

    private func isRight(_ answer: Answer) -> Bool {
        clip.label?.isMeant(by: answer.text, slots: answer.slots) ?? false
    }
}
