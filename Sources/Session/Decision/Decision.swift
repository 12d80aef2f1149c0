public import CommandLanguage

/// What a line of words was taken to mean, and whether it is obeyed.
public struct Decision: Sendable {
    public let heard: Heard
    public let slots: [Slot]
    /// What the lights are to do, in order; empty when refused.
    public let commands: [Command]
    /// Asleep or awake from now on, when the words said so.
    public let session: SessionCommand?
    /// Why it is not obeyed, in words for the user; `nil` when it is.
    public let reason: String?

    public var isAccepted: Bool { reason == nil }
}

extension Decision {
    func refused(because reason: String) -> Decision {
        Decision(heard: heard, slots: slots, commands: [], session: nil, reason: reason)
    }
}
