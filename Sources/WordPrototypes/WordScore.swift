/// How alike a sound and a word are.
public struct WordScore: Equatable, Sendable {
    /// A word or a phrase of two.
    public let text: String
    /// Above 0 when the sound is more like the word than like anything else; hardly ever above 1.
    public let score: Double

    public init(text: String, score: Double) {
        self.text = text
        self.score = score
    }
}
