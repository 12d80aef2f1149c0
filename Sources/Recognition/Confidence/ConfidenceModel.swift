internal import Glibc
public import PocketSphinxDecoder

/// How probable it is that a hypothesis is what was said: a logistic regression over the figures of its ``Evidence``.
///
/// The numbers are fitted to recordings by `Scripts/fit-confidence` and stored in a file of lines `name value`.
public struct ConfidenceModel: Equatable, Sendable {
    /// What the logarithm of the odds is without any evidence.
    public let intercept: Double

    /// What one step of each figure adds to it.
    public let sentence: Double
    public let otherWords: Double
    public let runnerUp: Double

    /// The least probability that is acted upon.
    public internal(set) var thresholds: [Caution: Double]

    /// Those of the file or of the vocabulary, from where ``thresholds`` may have been moved for a room or a voice.
    var fittedThresholds: [Caution: Double]

    /// The least ``Evidence/runnerUp`` that is acted upon when the runner-up means the opposite.
    public let margins: [Caution: Double]

    /// The least ``Evidence/sentence`` of a sentence of several words: people who talk on say something that is a little
    /// like one again and again, and no word of it needs to stand out for its neighbours to fit.
    public let leastSentence: Double

    /// The probability, 0 to 1, that the hypothesis is what was said and nothing else was.
    public func probability(of evidence: Evidence) -> Double {
        guard fits(evidence) else { return 0 }
        let odds =
            intercept + sentence * evidence.sentence + otherWords * evidence.otherWords + runnerUp * evidence.runnerUp
        return 1 / (1 + exp(-odds))
    }

    /// Whether the sentence fits the sound well enough for anything else to count.
    func fits(_ evidence: Evidence) -> Bool { evidence.words == 1 || evidence.sentence >= leastSentence }
}

extension ConfidenceModel {
    private enum Name: String, CaseIterable {
        case intercept, sentence
        case otherWords = "other_words"
        case runnerUp = "runner_up"
        case leastSentence = "least_sentence"
    }

    /// Reads the file.
    ///
    /// - Parameters:
    ///   - text: `name value` a line; what follows `#` is a comment.
    ///   - file: for the errors.
    /// - Throws: ``ConfidenceModelError``, naming the line.
    public init(parsing text: String, file: String) throws(ConfidenceModelError) {
        let figures = try FigureFile(
            parsing: text,
            names: Name.allCases.map(\.rawValue) + FigureFile.names("threshold") + FigureFile.names("margin"),
            file: file)
        intercept = try figures.value(Name.intercept.rawValue)
        sentence = try figures.value(Name.sentence.rawValue)
        otherWords = try figures.value(Name.otherWords.rawValue)
        runnerUp = try figures.value(Name.runnerUp.rawValue)
        leastSentence = try figures.value(Name.leastSentence.rawValue)
        thresholds = try figures.values("threshold")
        fittedThresholds = thresholds
        margins = try figures.values("margin")
    }
}
