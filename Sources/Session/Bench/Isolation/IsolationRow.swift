/// One line of the comparison: the same thing in a thread and in a process.
public struct IsolationRow: Equatable, Sendable {
    /// What a figure counts.
    public enum Unit: String, Sendable {
        case microseconds = "µs"
        case milliseconds = "ms"
        case megabytes = "MB"
        case perUtterance = "per utterance"
        case perSecond = "per second"
        /// Whether the program lived on.
        case survival = "survives"
    }

    public enum Value: Equatable, Sendable {
        case number(Double)
        case survives(Bool)
    }

    /// For programs; stays the same when the words change.
    public let what: String
    public let words: String
    public let unit: Unit
    public internal(set) var thread: Value?
    public internal(set) var process: Value?

    init(_ what: String, _ words: String, _ unit: Unit, thread: Double? = nil, process: Double? = nil) {
        self.what = what
        self.words = words
        self.unit = unit
        self.thread = thread.map { .number($0) }
        self.process = process.map { .number($0) }
    }

    init(_ what: String, _ words: String, threadSurvives: Bool?, processSurvives: Bool?) {
        self.what = what
        self.words = words
        unit = .survival
        thread = threadSurvives.map { .survives($0) }
        process = processSurvives.map { .survives($0) }
    }

    /// A value as it is shown: three digits that count, and its unit; `-` when it was not measured.
    public func text(_ value: Value?) -> String {
        switch value {
        case nil: "-"
        case .survives(let survives): survives ? "yes" : "no"
        case .number(let number):
            switch unit {
            case .microseconds: Self.time(number)
            case .milliseconds: Self.time(number * 1_000)
            case .megabytes: "\(Self.digits(number)) \(unit.rawValue)"
            case .perUtterance, .perSecond, .survival: Self.digits(number)
            }
        }
    }

    private static func time(_ microseconds: Double) -> String {
        switch abs(microseconds) {
        case ..<1_000: "\(digits(microseconds)) µs"
        case ..<1_000_000: "\(digits(microseconds / 1_000)) ms"
        default: "\(digits(microseconds / 1_000_000)) s"
        }
    }

    private static func digits(_ number: Double) -> String {
        switch abs(number) {
        case 100...: "\(Int(number.rounded()))"
        case 10..<100: "\(number.rounded(toDecimals: 1))"
        default: "\(number.rounded(toDecimals: 2))"
        }
    }
}

extension IsolationRow: Encodable {
    private enum Key: String, CodingKey { case what, unit, thread, process }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(what, forKey: .what)
        try container.encode(unit.rawValue, forKey: .unit)
        try container.encode(thread, forKey: .thread)
        try container.encode(process, forKey: .process)
    }
}

extension IsolationRow.Value: Encodable {
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .number(let number): try container.encode(number.rounded(toDecimals: 3))
        case .survives(let survives): try container.encode(survives)
        }
    }
}
