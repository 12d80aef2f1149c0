/// How much better the words of a hypothesis fit an utterance than something else does.
///
/// Each figure is a difference of log likelihoods, divided by the frames of ten milliseconds that the words take, in the
/// decoder's own steps; positive when the words fit better. Differences beyond ``limits`` say nothing more and are cut there.
public struct Evidence: Equatable, Sendable {
    /// The sentence, its silences included, against any sequence of phones, over the whole utterance: what else was said
    /// around the words counts as well.
    public let sentence: Double

    /// The sentence against the best single word that is none by itself. Where there is no doubt, and for longer
    /// sentences, which no single word could replace, the same as ``sentence``.
    public let otherWords: Double

    /// That word; `nil` if none was compared.
    public let otherWord: String?

    /// The sentence against the next best sentence of the grammar that means something else. Mostly they differ in one
    /// word, so the difference is divided by the frames of a word, on average, and not of all of them.
    public let runnerUp: Double

    /// That sentence; `nil` if there is none.
    public let runnerUpText: String?

    /// How many words the sentence has.
    public let words: Int

    public static let limits = -40.0...20.0

    public init(
        sentence: Double, otherWords: Double, otherWord: String? = nil, runnerUp: Double, runnerUpText: String? = nil,
        words: Int = 1
    ) {
        self.words = words
        self.otherWord = otherWord
        self.sentence = Self.cut(sentence)
        self.otherWords = Self.cut(otherWords)
        self.runnerUp = Self.cut(runnerUp)
        self.runnerUpText = runnerUpText
    }

    private static func cut(_ value: Double) -> Double {
        value.isNaN ? limits.lowerBound : min(limits.upperBound, max(limits.lowerBound, value))
    }
}
