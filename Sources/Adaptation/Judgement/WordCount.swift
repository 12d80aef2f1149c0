public import AcousticModel

/// How often one word was heard in clips that were held back, before and after.
public struct WordCount: Sendable, Equatable {
    public let word: String
    public internal(set) var heard = HeldBack()
    /// Clips in which only the new model, or only the old one, hears it.
    public internal(set) var gains = 0
    public internal(set) var losses = 0

    init(_ word: String) { self.word = word }

    mutating func note(before: Bool, after: Bool) {
        heard.clips += 1
        if before { heard.before += 1 }
        if after { heard.after += 1 }
        if after && !before { gains += 1 }
        if before && !after { losses += 1 }
    }

    /// Below this chance is not an excuse.
    public static let excuse = 0.1

    /// Whether the word is worse off by more than chance: it loses more than one clip, and so many losses against so few
    /// gains would come about in fewer than one case in ten if the models were equal; or it is never heard any more,
    /// where it was at least twice.
    public var isWorse: Bool {
        if heard.after == 0, heard.before >= 2 { return true }
        return losses - gains > 1 && SignTest.probability(losses: losses, gains: gains) < Self.excuse
    }
}
