/// How sure one has to be before acting: the less harm a mistake does, the more eagerly.
public enum Caution: String, CaseIterable, Sendable {
    /// Rather not obey than obey what nobody said.
    case strict
    case normal
    /// Rather obey twice than not at all.
    case eager

    /// One step more careful, if there is one.
    public var stricter: Caution { self == .eager ? .normal : .strict }
}
