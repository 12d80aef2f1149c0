public import CommandLanguage

extension WordsError {
    /// The same words mean something else.
    ///
    /// - Parameter isOwn: because of another phrase of the user.
    public static func means(_ phrase: Phrase, _ slots: [Slot], isOwn: Bool) -> WordsError {
        let meaning = slots.map(\.description).joined(separator: " ")
        return WordsError(
            .ambiguous, "'\(phrase.text)' means {\(meaning)} already",
            hint: isOwn
                ? "--force puts the new meaning in its place"
                : "--force lets yours count instead; `voiceled words remove` brings the other back")
    }

    /// Other words that sound the same mean something else.
    public static func sounds(_ phrase: Phrase, _ other: Sentence) -> WordsError {
        let meaning = other.slots.map(\.description).joined(separator: " ")
        return WordsError(
            .ambiguous, "'\(phrase.text)' sounds the same as '\(other.text)', which means {\(meaning)}",
            hint: "choose other words; with --force one of the two is heard by chance")
    }
}
