public import CommandLanguage

/// What the ear made of one utterance of a recording.
public struct Answer: Equatable, Sendable {
    /// In seconds from the beginning of the recording.
    public let start: Double
    public let end: Double
    /// Empty when no words were heard.
    public let text: String
    public let slots: [Slot]
    /// From 0 to 1.
    public let confidence: Double
    /// Why it is not obeyed; `nil` when it is.
    public let reason: String?

    public var isAccepted: Bool { reason == nil }

    public init(start: Double, end: Double, text: String, slots: [Slot], confidence: Double, reason: String?) {
        self.start = start
        self.end = end
        self.text = text
        self.slots = slots
        self.confidence = confidence
        self.reason = reason
    }
}
