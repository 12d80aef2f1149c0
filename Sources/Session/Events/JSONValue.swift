/// A value of a flat event.
public struct JSONValue: Encodable, Sendable {
    private let value: any Encodable & Sendable

    public init(_ value: String?) { self.value = value }
    public init(_ value: [String]) { self.value = value }
    public init(_ value: Bool) { self.value = value }
    public init(_ value: Int) { self.value = value }
    public init(_ value: Double) { self.value = value.rounded(toDecimals: 3) }

    public func encode(to encoder: any Encoder) throws { try value.encode(to: encoder) }
}

extension Double {
    /// Rounded for reading: a microphone knows no microseconds.
    public func rounded(toDecimals count: Int) -> Double {
        var scale = 1.0
        for _ in 0..<count { scale *= 10 }
        return (self * scale).rounded() / scale
    }
}

extension Duration {
    /// The duration in microseconds, with its fraction.
    var microseconds: Double { milliseconds * 1_000 }

    /// The duration in milliseconds, with its fraction.
    public var milliseconds: Double {
        Double(components.seconds) * 1_000 + Double(components.attoseconds) / 1e15
    }
}
