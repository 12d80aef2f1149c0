/// A JSON value in an event's data.
public enum EventValue: Equatable, Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    case number(Double)
    case string(String)
    case array([EventValue])
    case object([String: EventValue])

    /// Arrays and objects inside each other, at most: what nests deeper is refused, not followed.
    public static let deepestNesting = 64
}

extension EventValue {
    public var string: String? {
        if case .string(let value) = self { value } else { nil }
    }

    /// A whole number, also when it was written as `16000.0`.
    public var integer: Int? {
        switch self {
        case .integer(let value): value
        case .number(let value): Int(exactly: value)
        default: nil
        }
    }

    public var number: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .number(let value): value
        default: nil
        }
    }

    public var bool: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }

    public var array: [EventValue]? {
        if case .array(let value) = self { value } else { nil }
    }

    public var object: [String: EventValue]? {
        if case .object(let value) = self { value } else { nil }
    }
}

extension EventValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    public init(stringLiteral value: String) { self = .string(value) }
    public init(integerLiteral value: Int) { self = .integer(value) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
}
