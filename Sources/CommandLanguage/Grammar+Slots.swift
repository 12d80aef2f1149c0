extension Grammar {
    /// Every slot that some tag of the grammar gives, `@typed` rules included.
    public var slots: Set<Slot> { Set(automaton.slots) }
}
