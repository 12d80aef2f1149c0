/// What a threshold on the confidence would buy: right recordings against false accepts, from the strictest to none.
public struct Tradeoff: Sendable {
    public let points: [Point]

    public struct Point: Equatable, Sendable {
        /// Answers of less confidence are refused.
        public let threshold: Double
        /// Shares of the labelled recordings, from 0 to 1.
        public let right: Double
        public let wrong: Double
        public let falseAccepts: Int
        public let falseAcceptsPerHour: Double
        /// Share of the recordings without a command in which something is obeyed, from 0 to 1.
        public let negativesObeyed: Double
    }

    /// - Returns: a curve of one point for every confidence that occurs, the highest first, after one that refuses all.
    public init(_ accuracy: AccuracyScore, against negatives: FalseAccepts) {
        let results = accuracy.results + negatives.results
        let thresholds = Set(results.flatMap { $0.obeyed().map(\.confidence) }).sorted(by: >)
        let most = max(1, accuracy.results.count)
        let hours = max(negatives.hours, 1e-9)
        // An answer changes nothing but its own recording, and that only when the threshold passes it.
        var right = Counter(accuracy.results) { $0.verdict(atConfidence: $1) == .right ? 1 : 0 }
        var wrong = Counter(accuracy.results) { $0.verdict(atConfidence: $1) == .wrong ? 1 : 0 }
        var accepts = Counter(negatives.results) { $0.obeyed(atConfidence: $1).count }
        var obeyed = Counter(negatives.results) { $0.obeyed(atConfidence: $1).isEmpty ? 0 : 1 }
        points = ([.infinity] + thresholds).map { threshold in
            let count = accepts.count(at: threshold)
            return Point(
                threshold: threshold, right: Double(right.count(at: threshold)) / Double(most),
                wrong: Double(wrong.count(at: threshold)) / Double(most), falseAccepts: count,
                falseAcceptsPerHour: Double(count) / hours,
                negativesObeyed: Double(obeyed.count(at: threshold)) / Double(max(1, negatives.results.count)))
        }
    }

    /// The point with the most right recordings among those with at most so many false accepts an hour.
    public func best(atMostPerHour limit: Double) -> Point? {
        points.filter { $0.falseAcceptsPerHour <= limit }.max { $0.right < $1.right }
    }

    /// Adds up a figure of all recordings while the threshold falls, looking again only at those that change.
    private struct Counter {
        private let figure: (ClipResult, Double) -> Int
        /// At which confidence which recording changes, the lowest first.
        private var changes: [(confidence: Double, result: Int)] = []
        private let results: [ClipResult]
        private var figures: [Int]
        private var sum = 0

        init(_ results: [ClipResult], figure: @escaping (ClipResult, Double) -> Int) {
            self.results = results
            self.figure = figure
            figures = [Int](repeating: 0, count: results.count)
            changes = results.enumerated().flatMap { index, result in
                result.obeyed().map { (confidence: $0.confidence, result: index) }
            }.sorted { $0.confidence < $1.confidence }
        }

        /// - Parameter threshold: no higher than the one before.
        mutating func count(at threshold: Double) -> Int {
            while let last = changes.last, last.confidence >= threshold {
                changes.removeLast()
                let now = figure(results[last.result], threshold)
                sum += now - figures[last.result]
                figures[last.result] = now
            }
            return sum
        }
    }
}
