/// The two bars of a row, with what is written at their ends.
struct ChartBars: Equatable, Sendable {
    enum Measure {
        /// Times of any unit, on one scale.
        case seconds
        case asMeasured
    }

    struct Bar: Equatable, Sendable {
        let value: Double
        let text: String
    }

    let words: String
    let thread: Bar?
    let process: Bar?

    var values: [Double] { [thread, process].compactMap { $0?.value } }

    /// - Returns: `nil` for a row that the measure does not fit.
    init?(_ row: IsolationRow, in measure: Measure) {
        let factor: Double
        switch (measure, row.unit) {
        case (.seconds, .microseconds): factor = 1e-6
        case (.seconds, .milliseconds): factor = 1e-3
        case (.asMeasured, .megabytes), (.asMeasured, .perUtterance), (.asMeasured, .perSecond): factor = 1
        default: return nil
        }
        func bar(_ value: IsolationRow.Value?) -> Bar? {
            guard case .number(let number) = value else { return nil }
            return Bar(value: number * factor, text: row.text(value))
        }
        words = row.words
        thread = bar(row.thread)
        process = bar(row.process)
    }
}
