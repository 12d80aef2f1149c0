import CommandLanguage

/// Sentences that differ in nothing but that one undoes what the other does.
enum Opposites {
    /// Whether the slots are the same but for values such as on and off, or +20 and -20.
    static func are(_ slots: [Slot], _ others: [Slot]) -> Bool {
        guard slots.count == others.count, slots != others else { return false }
        return zip(slots, others).allSatisfy { slot, other in
            slot == other || slot.name == other.name && areOpposite(slot.value, other.value)
        }
    }

    private static func areOpposite(_ value: String, _ other: String) -> Bool {
        Set([value, other]) == ["on", "off"] || Set([value.first, other.first]) == ["+", "-"]
    }
}
