import Foundation

/// From values to lengths, and the values at which lines are drawn.
struct ChartScale: Equatable, Sendable {
    struct Tick: Equatable, Sendable {
        let value: Double
        let text: String
    }

    let ticks: [Tick]
    private let isLogarithmic: Bool
    private let bounds: ClosedRange<Double>

    /// Whole powers of ten around `seconds`.
    init(logarithmic seconds: [Double]) {
        let exponents = seconds.filter { $0 > 0 }.map(log10)
        let first = Int((exponents.min() ?? -6).rounded(.down))
        let last = max(first + 1, Int((exponents.max() ?? 0).rounded(.up)))
        isLogarithmic = true
        bounds = Double(first)...Double(last)
        ticks = (first...last).map { Tick(value: pow(10, Double($0)), text: Self.time(exponent: $0)) }
    }

    /// From zero to the largest of `values`.
    init(linear values: [Double]) {
        let most = max(values.max() ?? 0, 1e-9)
        let power = pow(10, log10(most).rounded(.down))
        let step = [0.2, 0.5, 1, 2].map { $0 * power }.first { most / $0 <= 5 } ?? 2 * power
        let count = Int((most / step).rounded(.up))
        isLogarithmic = false
        bounds = 0...Double(count) * step
        ticks = (0...count).map { index in
            let value = (Double(index) * step).rounded(toDecimals: 6)
            return Tick(value: value, text: value == value.rounded() ? "\(Int(value))" : "\(value)")
        }
    }

    /// Where a value stands, 0 at the left end to 1 at the right; values beyond an end stand there.
    func position(of value: Double) -> Double {
        let place = isLogarithmic ? (value > 0 ? log10(value) : bounds.lowerBound) : value
        return min(1, max(0, (place - bounds.lowerBound) / (bounds.upperBound - bounds.lowerBound)))
    }

    private static func time(exponent: Int) -> String {
        switch exponent {
        case ..<(-6): "\(Int(pow(10, Double(exponent + 9)))) ns"
        case -6 ... -4: "\(Int(pow(10, Double(exponent + 6)))) µs"
        case -3 ... -1: "\(Int(pow(10, Double(exponent + 3)))) ms"
        default: "\(Int(pow(10, Double(exponent)))) s"
        }
    }
}
