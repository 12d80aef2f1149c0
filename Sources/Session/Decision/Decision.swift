public import CommandLanguage

/// What a line of words was taken to mean, and whether it is obeyed.
public struct Decision: Sendable {
    public let heard: Heard
    /// The words that are decided on: all that were heard, or those that were added to what had been obeyed.
    public let text: String
    public let slots: [Slot]
    /// What the lights are to do, in order; empty when refused.
    public let commands: [Command]
    /// Asleep or awake from now on, when the words said so.
    public let session: SessionCommand?
    /// Why it is not obeyed, in words for the user; `nil` when it is.
    public let reason: String?

    init(
        heard: Heard, text: String? = nil, slots: [Slot], commands: [Command], session: SessionCommand?, reason: String?
    ) {
        self.heard = heard
        self.text = text ?? heard.text
        self.slots = slots
        self.commands = commands
        self.session = session
        self.reason = reason
    }

    public var isAccepted: Bool { reason == nil }
}

extension Decision {
    func refused(because reason: String) -> Decision {
        Decision(heard: heard, text: text, slots: slots, commands: [], session: nil, reason: reason)
    }
}
