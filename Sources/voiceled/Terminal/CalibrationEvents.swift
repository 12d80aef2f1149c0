import Accuracy
import Recognition
import Session

extension CalibrationStep {
    var jsonBody: [String: JSONValue] {
        switch self {
        case .room(let seconds): ["step": .init("room"), "seconds": .init(seconds)]
        case .prompt(let prompt): prompt.jsonBody("prompt")
        case .retake(let prompt, let reason):
            prompt.jsonBody("retake").merging(["reason": .init(reason.rawValue), "hint": .init(reason.hint)]) { $1 }
        case .took(let prompt, let answer):
            prompt.jsonBody("take").merging(
                ["text": .init(answer.text), "confidence": .init(answer.confidence), "reason": .init(answer.reason)]
            ) { $1 }
        case .stuck(let reason): ["step": .init("stuck"), "reason": .init(reason.rawValue)]
        case .over: ["step": .init("over")]
        }
    }
}

extension CalibrationPrompt {
    fileprivate func jsonBody(_ step: String) -> [String: JSONValue] {
        ["step": .init(step), "phrase": .init(phrase), "number": .init(number), "total": .init(total)]
    }
}

/// The keys of a `tradeoff` event.
struct TradeoffRow: Encodable {
    let threshold: Double
    let right: Double
    let wrong: Double
    let count: Int
    let perHour: Double
    let mostPerHour: Double

    private enum CodingKeys: String, CodingKey {
        case threshold, right, wrong, count
        case perHour = "per_hour"
        case mostPerHour = "most_per_hour"
    }

    init(_ threshold: Double, in result: CalibrationResult) {
        let point = result.tradeoff.point(at: threshold)
        self.threshold = threshold
        right = point.right.rounded(toDecimals: 4)
        wrong = point.wrong.rounded(toDecimals: 4)
        count = point.falseAccepts
        perHour = point.falseAcceptsPerHour.rounded(toDecimals: 2)
        mostPerHour = result.mostPerHour(at: threshold).rounded(toDecimals: 2)
    }
}

/// The keys of a `calibration` event.
struct CalibrationBody: Encodable {
    let phrases: Int
    let hours: Double
    let falseAccepts: Double
    let thresholds: [String: Double]
    let builtIn: [String: Double]
    let mostPerHour: Double?
    /// `null` if nothing was written.
    let file: String?

    private enum CodingKeys: String, CodingKey {
        case phrases, hours, thresholds, file
        case falseAccepts = "false_accepts"
        case builtIn = "built_in"
        case mostPerHour = "most_per_hour"
    }

    init(_ result: CalibrationResult, file: String?) {
        phrases = result.phrases.all.clips
        hours = result.room.hours.rounded(toDecimals: 4)
        falseAccepts = result.limit
        thresholds = result.thresholds.byName
        builtIn = result.builtIn.byName
        mostPerHour = result.choice?.mostPerHour.rounded(toDecimals: 2)
        self.file = file
    }
}

/// The same after an undo.
struct UndoneBody: Encodable {
    let file: String
    let thresholds: [String: Double]

    init(file: String, thresholds: [Caution: Double]) {
        self.file = file
        self.thresholds = thresholds.byName
    }
}

extension [Caution: Double] {
    fileprivate var byName: [String: Double] {
        [String: Double](uniqueKeysWithValues: map { ($0.key.rawValue, $0.value) })
    }
}
