import Foundation
public import Recognition
import VocabularyFiles

/// The calibration that an ear listens with.
public struct CalibrationInUse: Equatable, Sendable {
    public let path: String
    public let calibration: Calibration
    /// Whether its thresholds were measured with other figures of confidence, and so mean something else; they are not
    /// used then.
    public let isStale: Bool

    /// - Returns: `nil` if there is none, or nothing in it.
    /// - Throws: `CalibrationError`, or `VocabularyError` if it cannot be read, also when a file was named that is not there.
    init?(_ choice: CalibrationChoice, for grammar: String, measuredWith: String) throws {
        guard let file = choice.file(for: grammar) else { return nil }
        if case .file = choice, !file.exists { _ = try TextFile.read(file.path) }
        guard let calibration = try file.read(), calibration.changesSomething else { return nil }
        path = file.path
        self.calibration = calibration
        isStale =
            !calibration.thresholds.isEmpty && calibration.measuredWith != nil
            && calibration.measuredWith != measuredWith
    }
}

extension CalibrationInUse: CustomStringConvertible {
    /// One line for the start of a program.
    public var description: String {
        var parts: [String] = []
        if !isStale, !calibration.thresholds.isEmpty {
            let values = Caution.allCases.compactMap { caution in
                calibration.thresholds[caution].map { "\(caution.rawValue) \(Self.text($0))" }
            }
            parts.append("thresholds \(values.joined(separator: ", "))")
        }
        let endpointer = EndpointerParameter.allCases.compactMap { parameter in
            calibration.endpointer[parameter].map { "\(parameter.rawValue) \(Self.text($0))" }
        }
        parts += endpointer
        let used = parts.isEmpty ? "" : "calibrated by \(path): \(parts.joined(separator: ", "))"
        guard isStale else { return used }
        let stale =
            "the thresholds in \(path) are not used: they were measured with other models; run `voiceled calibrate` again"
        return used.isEmpty ? stale : "\(used); \(stale)"
    }

    private static func text(_ value: Double) -> String { String(format: "%g", value.rounded(toDecimals: 3)) }
}

extension Calibration {
    fileprivate var changesSomething: Bool { !thresholds.isEmpty || !endpointer.isEmpty }
}
