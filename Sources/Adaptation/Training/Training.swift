public import AcousticModel

/// A model that was made, and how it did on what was held back from it.
public struct Training: Sendable {
    public let chosen: Outcome
    /// All methods that were tried.
    public let outcomes: [Outcome]
    /// Folder of the model that it was made from.
    public let base: String
    /// Where it lies until it is kept.
    public let folder: String
    /// Keeps the folder.
    let work: WorkFolder
    /// The model on the very clips that it was made from.
    public let seen: Outcome
    /// Recordings that the model in use was not made from: those it hears, and those that the new one hears while they are
    /// held back from it. `nil` if there are none.
    public let againstCurrent: HeldBack?

    /// Why it must not be used; `nil` if it is better than what there was.
    public var objection: String? {
        if let objection = chosen.objection { return objection }
        if let both = againstCurrent, both.after < both.before {
            return "your own model so far hears \(both.before) of \(both.clips) new recordings, this one \(both.after)"
        }
        guard seen.after < chosen.before else { return nil }
        return "made from all recordings it hears only \(seen.after) of them, \(chosen.before) before"
    }
}
