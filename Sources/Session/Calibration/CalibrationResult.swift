public import Accuracy
import Foundation
public import Recognition

/// What a calibration found.
public struct CalibrationResult: Sendable {
    public let phrases: AccuracyScore
    public let room: FalseAccepts
    /// False accepts an hour that were asked for.
    public let limit: Double
    public let tradeoff: Tradeoff
    /// The thresholds that are built in.
    public let builtIn: [Caution: Double]
    /// The one for `normal`; `nil` if none keeps a phrase.
    public let choice: ThresholdChoice?
    /// All three; empty if there is no choice.
    public let thresholds: [Caution: Double]
    private let measuredWith: String

    init(
        phrases: AccuracyScore, room: FalseAccepts, limit: Double, built: ConfidenceModel, measuredWith: String
    ) {
        self.phrases = phrases
        self.room = room
        self.limit = limit
        self.measuredWith = measuredWith
        tradeoff = Tradeoff(phrases, against: room)
        builtIn = built.thresholds
        choice = ThresholdChoice(
            tradeoff, hours: room.hours, atMostPerHour: limit, builtIn: built.thresholds[.normal, default: 0.5])
        thresholds = choice.map { built.thresholds(movingNormalTo: $0.threshold) } ?? [:]
    }

    /// Thresholds to show, from the loosest: even steps, those that are built in, and the chosen ones.
    public var rows: [Double] {
        let steps = (1...9).map { Double($0) / 10 } + [0.95]
        return Set(steps + builtIn.values + thresholds.values).sorted()
    }

    /// Puts the thresholds where `listen` finds them.
    ///
    /// - Throws: ``CalibrationFailure`` when there is no choice or the file cannot be written; nothing is changed then.
    public func write(to file: CalibrationFile) throws {
        guard choice != nil else { throw noThreshold }
        var calibration = Calibration()
        calibration.thresholds = thresholds
        calibration.measuredWith = measuredWith
        try file.write(calibration, remarks: remarks)
    }

    /// Why there is no choice, and what to do.
    public var noThreshold: CalibrationFailure {
        if room.hours == 0 {
            return CalibrationFailure("nothing was heard of the room", hint: "give it more time with --room-time")
        }
        if tradeoff.points.allSatisfy({ $0.right == 0 }) {
            return CalibrationFailure(
                "none of the phrases was heard rightly",
                hint: "`voiceled replay` shows what is heard in a recording; say whole sentences of the grammar")
        }
        return CalibrationFailure(
            "no threshold keeps a phrase at \(limitText) false accepts an hour",
            hint: "allow more with --false-accepts, or choose phrases that sound less like what is said in the room")
    }

    private var limitText: String { String(format: "%g", limit.rounded(toDecimals: 3)) }

    private var remarks: [String] {
        let date = Date.now.formatted(.iso8601.year().month().day())
        let minutes = (room.hours * 60).rounded(toDecimals: 1)
        return [
            "\(date), \(phrases.all.clips) recordings of phrases, \(minutes) min of the room, for "
                + "\(limitText) false accepts an hour",
            "`voiceled calibrate --undo` takes it back",
        ]
    }
}
