/// One axis of a chart: a range of values, its name, and the round numbers that are marked on it.
public struct Axis: Equatable, Sendable {
    public let name: String
    public let lower: Double
    public let upper: Double

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
    }

    /// The marked numbers, from left to right.
    public var ticks: [Double] {
        let step = Self.step(upper - lower)
        let first = Int((lower / step - 1e-9).rounded(.up))
        let last = Int((upper / step + 1e-9).rounded(.down))
        return first <= last ? (first...last).map { Double($0) * step } : []
    }

    /// Where `value` lies, from 0 at the lower end to 1; values beyond an end lie at it.
    public func position(of value: Double) -> Double {
        min(1, max(0, (value - lower) / (upper - lower)))
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
