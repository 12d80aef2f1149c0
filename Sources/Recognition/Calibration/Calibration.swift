/// What a user changed about how the recogniser listens: for their voice, their room and one vocabulary.
///
/// Stored as lines `name value` that a person can read and edit. What is not there stays as it is built in.
public struct Calibration: Equatable, Sendable {
    /// The least probability that is acted upon, 0 to 1.
    public var thresholds: [Caution: Double] = [:]

    /// What the thresholds were measured with, as an opaque word: with other figures of confidence they mean something else.
    /// `nil` if they were written by hand.
    public var measuredWith: String?

    /// Each in the unit that its name carries.
    public var endpointer: [EndpointerParameter: Double] = [:]

    public init() {}

    /// Reads the file.
    ///
    /// - Parameters:
    ///   - text: `name value` a line; what follows `#` is a comment.
    ///   - file: for the errors.
    /// - Throws: ``CalibrationError``, naming the line.
    public init(parsing text: String, file: String) throws(CalibrationError) {
        var seen: Set<String> = []
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let fields = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace).map(String.init)
            guard let name = fields.first else { continue }
            func failure(_ problem: CalibrationError.Problem) -> CalibrationError {
                CalibrationError(problem, name: name, file: file, line: index + 1)
            }
            guard let entry = Entry(name) else { throw failure(.unknown) }
            guard fields.count == 2 else { throw failure(.noValue) }
            guard seen.insert(name).inserted else { throw failure(.twice) }
            guard let range = entry.range else {
                measuredWith = fields[1]
                continue
            }
            guard let value = Double(fields[1]) else { throw failure(.noNumber(fields[1])) }
            guard range.contains(value) else { throw failure(.outside(range, fields[1])) }
            switch entry {
            case .threshold(let caution): thresholds[caution] = value
            case .endpointer(let parameter): endpointer[parameter] = value
            case .measuredWith: break
            }
        }
    }

    /// One kind of line.
    private enum Entry {
        case threshold(Caution)
        case endpointer(EndpointerParameter)
        case measuredWith

        init?(_ name: String) {
            if name == Calibration.measuredWithName {
                self = .measuredWith
            } else if let caution = Caution.allCases.first(where: { Calibration.name(of: $0) == name }) {
                self = .threshold(caution)
            } else if let parameter = EndpointerParameter(rawValue: name) {
                self = .endpointer(parameter)
            } else {
                return nil
            }
        }

        /// `nil` for what is no number.
        var range: ClosedRange<Double>? {
            switch self {
            case .threshold: 0...1
            case .endpointer(let parameter): parameter.range
            case .measuredWith: nil
            }
        }
    }

    static let measuredWithName = "measured_with"

    static func name(of caution: Caution) -> String { "threshold_\(caution.rawValue)" }

    static var names: [String] {
        Caution.allCases.map(name) + [measuredWithName] + EndpointerParameter.allCases.map(\.rawValue)
    }
}

extension Calibration {
    /// `text`, the file as it is, with the thresholds of this value in the place of those that it has.
    ///
    /// What a user wrote beside them stays: end-point parameters, comments, empty lines.
    ///
    /// - Parameter remarks: stand above the thresholds, and replace those of the calibration before.
    public func replacingThresholds(in text: String, remarks: [String]) -> String {
        let replaced = Caution.allCases.map(Self.name) + [Self.measuredWithName]
        var kept = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).filter { line in
            if line.hasPrefix(Self.remark) { return false }
            let name = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace).first
            return name.map { !replaced.contains(String($0)) } ?? true
        }
        while kept.first?.isEmpty == true { kept.removeFirst() }
        while kept.last?.isEmpty == true { kept.removeLast() }
        var lines = remarks.map { "\(Self.remark) \($0)" }
        lines += Caution.allCases.compactMap { caution in
            thresholds[caution].map { "\(Self.name(of: caution)) \($0)" }
        }
        if let measuredWith { lines.append("\(Self.measuredWithName) \(measuredWith)") }
        if !kept.isEmpty { lines.append("") }
        return (lines + kept.map(String.init)).joined(separator: "\n") + "\n"
    }

    /// How remarks of a calibration begin, so that the next one knows which comments are not the user's.
    static let remark = "# voiceled calibrate:"
}

extension RecognizerSettings {
    /// Listens as the user wants from now on.
    ///
    /// - Parameter usesThresholds: `false` leaves those that are built in.
    public mutating func apply(_ calibration: Calibration, usesThresholds: Bool = true) {
        if usesThresholds, let built = confidence {
            confidence = built.replacing(built.thresholds.merging(calibration.thresholds) { $1 })
        }
        for (parameter, value) in calibration.endpointer { parameter.set(value, in: &endpointer) }
    }
}
