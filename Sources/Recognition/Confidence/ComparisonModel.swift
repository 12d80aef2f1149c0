internal import Glibc
internal import PocketSphinxDecoder

/// How probable it is that a short sentence was said, after two recognisers have heard it: a logistic regression over the
/// figures of both, in the place of ``ConfidenceModel``.
///
/// The numbers are fitted to recordings by `Scripts/train-embedding` and stored in a file of lines `name value`.
public struct ComparisonModel: Equatable, Sendable {
    /// What the logarithm of the odds is without any evidence.
    public let intercept: Double

    /// What one step of each figure of the primary recogniser's ``Evidence`` adds to it. A sentence that is not its
    /// hypothesis is as far from all else as the hypothesis, less what lies between the two.
    public let sentence: Double
    public let otherWords: Double
    public let runnerUp: Double

    /// What the score of the second recogniser adds for each step of 1, and its distance to the next best.
    public let score: Double
    public let margin: Double

    /// What it adds that both have heard the same.
    public let agreement: Double

    /// The least probability that is acted upon.
    public internal(set) var thresholds: [Caution: Double]

    /// The probability, 0 to 1, that `comparison`'s sentence is what was said and nothing else was.
    public func probability(of comparison: Comparison) -> Double {
        let evidence = comparison.evidence
        let behind = comparison.isHypothesis ? 0 : evidence.runnerUp
        var odds = intercept + sentence * (evidence.sentence - behind) + otherWords * (evidence.otherWords - behind)
        odds += runnerUp * (comparison.isHypothesis ? evidence.runnerUp : -evidence.runnerUp)
        odds += score * comparison.standing.score + margin * comparison.standing.margin
        if comparison.isAgreed { odds += agreement }
        return 1 / (1 + exp(-odds))
    }
}

extension ComparisonModel {
    /// Reads the file.
    ///
    /// - Parameter file: for the errors.
    /// - Throws: ``ConfidenceModelError``, naming the line.
    public init(parsing text: String, file: String) throws(ConfidenceModelError) {
        let names = ["intercept", "sentence", "other_words", "runner_up", "score", "margin", "agreement"]
        let figures = try FigureFile(parsing: text, names: names + FigureFile.names("threshold"), file: file)
        intercept = try figures.value("intercept")
        sentence = try figures.value("sentence")
        otherWords = try figures.value("other_words")
        runnerUp = try figures.value("runner_up")
        score = try figures.value("score")
        margin = try figures.value("margin")
        agreement = try figures.value("agreement")
        thresholds = try figures.values("threshold")
    }
}
