/// Measured values in order.
struct Percentiles: Equatable, Sendable {
    private let values: [Double]

    init(_ values: some Sequence<Double>) { self.values = values.sorted() }

    /// The value that `share` of all values do not exceed.
    ///
    /// - Parameter share: 0 to 1.
    /// - Returns: `nil` when nothing was measured.
    func at(_ share: Double) -> Double? {
        guard !values.isEmpty else { return nil }
        let rank = Int((share * Double(values.count)).rounded(.up))
        return values[min(values.count - 1, max(0, rank - 1))]
    }

    var median: Double? { at(0.5) }
}
