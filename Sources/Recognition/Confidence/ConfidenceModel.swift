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

    /// The least ``Evidence/runnerUp`` that is acted upon when the runner-up means the opposite.
    public let margins: [Caution: Double]

    /// The probability, 0 to 1, that the hypothesis is what was said and nothing else was.
    public func probability(of evidence: Evidence) -> Double {
        let odds =
            intercept + sentence * evidence.sentence + otherWords * evidence.otherWords + runnerUp * evidence.runnerUp
        return 1 / (1 + exp(-odds))
    }
}

extension ConfidenceModel {
    private enum Name: String, CaseIterable {
        case intercept, sentence
        case otherWords = "other_words"
        case runnerUp = "runner_up"
    }

    /// Reads the file.
    ///
    /// - Parameters:
    ///   - text: `name value` a line; what follows `#` is a comment.
    ///   - file: for the errors.
    /// - Throws: ``ConfidenceModelError``, naming the line.
    public init(parsing text: String, file: String) throws(ConfidenceModelError) {
        let values = try Self.values(in: text, file: file)
        func value(_ name: String) throws(ConfidenceModelError) -> Double {
            guard let value = values[name] else { throw .missing(name, file: file) }
            return value
        }
        intercept = try value(Name.intercept.rawValue)
        sentence = try value(Name.sentence.rawValue)
        otherWords = try value(Name.otherWords.rawValue)
        runnerUp = try value(Name.runnerUp.rawValue)
        var thresholds: [Caution: Double] = [:]
        var margins: [Caution: Double] = [:]
        for caution in Caution.allCases {
            thresholds[caution] = try value("threshold_\(caution.rawValue)")
            margins[caution] = try value("margin_\(caution.rawValue)")
        }
        self.thresholds = thresholds
        self.margins = margins
    }

    private static var names: [String] {
        Name.allCases.map(\.rawValue)
            + Caution.allCases.flatMap { ["threshold_\($0.rawValue)", "margin_\($0.rawValue)"] }
    }

    private static func values(in text: String, file: String) throws(ConfidenceModelError) -> [String: Double] {
        var values: [String: Double] = [:]
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let fields = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace).map(String.init)
            guard let name = fields.first else { continue }
            guard names.contains(name) else { throw .unknown(name, file: file, line: index + 1) }
            guard fields.count == 2, let value = Double(fields[1]), value.isFinite else {
                throw .noNumber(name, file: file, line: index + 1)
            }
            guard values.updateValue(value, forKey: name) == nil else {
                throw .twice(name, file: file, line: index + 1)
            }
        }
        return values
    }
}
