/// Why the slots of an utterance make no command.
public struct MeaningError: Error, Equatable, Sendable {
    /// What callers may branch on. Everything else is for people to read.
    public enum Kind: Hashable, Sendable {
        /// A target, but nothing that it shall do.
        case noAction
        case noNumber
        case outOfRange
        /// A word that is not among those the slot takes.
        case unknownValue
    }

    public let kind: Kind
    public let slot: Slot
    private let reason: String
    /// What the grammar should say instead.
    public let hint: String?

    init(_ kind: Kind, _ slot: Slot, _ reason: String, _ hint: String) {
        self.kind = kind
        self.slot = slot
        self.reason = reason
        self.hint = hint
    }
}

extension MeaningError: CustomStringConvertible {
    public var description: String { "\(slot) \(reason)" }
}
