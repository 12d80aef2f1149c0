/// When another recogniser is asked about an utterance, and how two opinions become one. Pure.
public struct SecondOpinion: Equatable, Sendable {
    /// Below this confidence there is doubt.
    ///
    /// On the recordings of people that were measured, a fiftieth of the utterances; see <doc:Decisions>.
    public var leastConfidence = 0.2

    /// A runner-up nearer than this is as good as a tie; one that means the contrary has to be farther away.
    public var leastDistance = 0.05
    public var leastOppositeDistance = 0.2

    /// What a second opinion may cost. When it has passed, the first one stands.
    public var budget = Duration.milliseconds(500)

    /// Sentences of so many words are compared with what the recogniser of single words hears, in doubt or not.
    public var mostWords = 2

    /// What that may cost; it is asked often, and answers in about 20 ms.
    public var wordBudget = Duration.milliseconds(100)

    public init() {}

    /// Why another recogniser should be asked.
    public enum Doubt: Equatable, Sendable {
        case unsure
        case tie
        case opposites
    }

    public enum Verdict: Equatable, Sendable {
        /// The first opinion stands.
        case keep
        /// This was said instead.
        case replace(String)
        /// Better nothing than the wrong thing; the reason is for the user.
        case refuse(String)
    }

    /// Whether a sentence is short enough to be compared with single words.
    public func comparesWords(of text: String) -> Bool { (1...mostWords).contains(Self.words(of: text).count) }

    /// - Returns: `nil` for an opinion that is good enough, or that has no words.
    public func doubt(about opinion: Opinion) -> Doubt? {
        guard !Self.words(of: opinion.text).isEmpty else { return nil }
        if let other = opinion.runnerUp {
            if other.isOpposite, other.distance < leastOppositeDistance { return .opposites }
            if other.distance < leastDistance { return .tie }
        }
        return opinion.confidence < leastConfidence ? .unsure : nil
    }

    /// One opinion of two. The second is free dictation: a word in common is a lot, the same sentence is much to ask.
    ///
    /// - Parameter second: what the other recogniser heard; `nil` if it did not answer in time.
    public func verdict(on first: Opinion, _ second: String?) -> Verdict {
        guard let second else { return .keep }
        let heard = Set(Self.words(of: second))
        let ours = Set(Self.words(of: first.text))
        if let other = first.runnerUp, doubt(about: first) != .unsure {
            let theirs = Set(Self.words(of: other.text))
            let speaksForUs = !heard.isDisjoint(with: ours.subtracting(theirs))
            let speaksForThem = !heard.isDisjoint(with: theirs.subtracting(ours))
            if speaksForUs != speaksForThem {
                guard speaksForThem else { return .keep }
                return other.isOpposite
                    ? .refuse("it may have been \"\(first.text)\" or \"\(other.text)\"") : .replace(other.text)
            }
            if other.isOpposite { return .refuse("it may have been \"\(first.text)\" or \"\(other.text)\"") }
        }
        if !heard.isDisjoint(with: ours) { return .keep }
        if heard.isEmpty { return .refuse("it was unclear, and a second recogniser heard no words") }
        return .refuse("it was unclear, and a second recogniser heard \"\(second)\"")
    }

    private static func words(of text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" }.map(String.init)
    }
}
