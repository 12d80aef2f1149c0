#if canImport(Glibc)
    internal import Glibc
#endif

/// One axis of a chart: a range of values, its name, and the round numbers that are marked on it.
public struct Axis: Equatable, Sendable {
    public let name: String
    public let lower: Double
    public let upper: Double
    /// Whether it shows times in seconds, each power of ten as wide as the next.
    private let isLogarithmic: Bool

    /// - Parameters:
    ///   - values: what is to be shown; a range without width is made wider.
    ///   - roundsOutwards: begin and end at a marked number.
    public init(_ name: String, over values: ClosedRange<Double>, roundsOutwards: Bool = true) {
        self.name = name
        var (lower, upper) = (values.lowerBound, values.upperBound)
        if upper - lower < 1e-9 { upper = lower + 1 }
        if roundsOutwards {
            let step = Self.step(upper - lower)
            lower = (lower / step + 1e-9).rounded(.down) * step
            upper = (upper / step - 1e-9).rounded(.up) * step
        }
        self.lower = lower
        self.upper = upper
        isLogarithmic = false
    }

    /// A logarithmic axis from one power of ten to another.
    ///
    /// - Parameter seconds: what is to be shown; what is not above zero has no logarithm, and lies at the lower end.
    public init(_ name: String, logarithmic seconds: [Double]) {
        self.name = name
        let exponents = seconds.filter { $0 > 0 && $0.isFinite }.map(log10)
        lower = pow(10, (exponents.min() ?? -3).rounded(.down))
        upper = max(lower * 10, pow(10, (exponents.max() ?? 0).rounded(.up)))
        isLogarithmic = true
    }

    /// The marked numbers, from left to right.
    public var ticks: [Double] {
        if isLogarithmic {
            let (first, last) = (Int(log10(lower).rounded()), Int(log10(upper).rounded()))
            return (first...last).map { pow(10, Double($0)) }
        }
        let step = Self.step(upper - lower)
        let first = Int((lower / step - 1e-9).rounded(.up))
        let last = Int((upper / step + 1e-9).rounded(.down))
        return first <= last ? (first...last).map { Double($0) * step } : []
    }

    /// Where `value` lies, from 0 at the lower end to 1; values beyond an end lie at it.
    public func position(of value: Double) -> Double {
        let share =
            isLogarithmic
            ? (value > 0 ? log10(value / lower) / log10(upper / lower) : 0) : (value - lower) / (upper - lower)
        return min(1, max(0, share))
    }

    /// A marked number as it is written at the axis.
    public func text(of tick: Double) -> String {
        guard isLogarithmic else { return tick.shortText() }
        for (unit, name) in [(1.0, "s"), (1e-3, "ms"), (1e-6, "µs")] where tick > unit * 0.999 {
            return "\((tick / unit).text(decimals: 0)) \(name)"
        }
        return "\((tick * 1e9).shortText()) ns"
    }

    /// A step of 1, 2 or 5 that marks five to ten numbers.
    private static func step(_ width: Double) -> Double {
        var decade = 1.0
        while decade * 10 <= width { decade *= 10 }
        while decade > width { decade /= 10 }
        for step in [decade / 10, decade / 5, decade / 2] where width / step <= 10.001 { return step }
        return decade
    }
}
