/// A line of a calibration that cannot be used.
public struct CalibrationError: Error, Equatable, Sendable {
    public enum Problem: Equatable, Sendable {
        case unknown
        case noValue
        case noNumber(String)
        case outside(ClosedRange<Double>, String)
        case twice
    }

    public let problem: Problem
    /// The first word of the line.
    public let name: String
    public let file: String
    /// From 1.
    public let line: Int

    public init(_ problem: Problem, name: String, file: String, line: Int) {
        self.problem = problem
        self.name = name
        self.file = file
        self.line = line
    }

    /// What to try next.
    public var hint: String? {
        switch problem {
        case .unknown: "the names are: \(Calibration.names.joined(separator: ", "))"
        default: "mend the line or remove it; `voiceled calibrate --undo` brings back the file of before"
        }
    }
}

extension CalibrationError: CustomStringConvertible {
    public var description: String {
        let place = "\(file):\(line): "
        return switch problem {
        case .unknown: place + "there is no parameter \"\(name)\""
        case .noValue: place + "\"\(name)\" is to be followed by one value"
        case .noNumber(let text): place + "\"\(name)\" takes a number, not \"\(text)\""
        case .outside(let range, let text):
            place + "\"\(name)\" takes \(Self.text(range.lowerBound)) to \(Self.text(range.upperBound)), not \(text)"
        case .twice: place + "\"\(name)\" stands there twice"
        }
    }

    private static func text(_ value: Double) -> String {
        value == value.rounded() ? "\(Int(value))" : "\(value)"
    }
}
