/// The lines entered so far, oldest first; none twice, and never more than `limit`.
public struct LineHistory: Equatable, Sendable {
    /// The greatest number of lines kept; the oldest go first.
    public let limit: Int
    public private(set) var lines: [String] = []

    /// - Parameter limit: lines to keep, at least 1.
    public init(limit: Int) {
        self.limit = max(1, limit)
    }

    /// Takes note of `line`, moving it to the end if it was there before.
    ///
    /// - Returns: whether anything changed: a blank line and a repetition of the last one change nothing.
    @discardableResult
    public mutating func add(_ line: String) -> Bool {
        guard line != lines.last, !line.allSatisfy(\.isWhitespace), !line.contains(where: \.isNewline) else {
            return false
        }
        lines.removeAll { $0 == line }
        lines.append(line)
        if lines.count > limit { lines.removeFirst(lines.count - limit) }
        return true
    }

    /// Takes note of many lines, oldest first, in time proportional to their number.
    mutating func add(contentsOf entered: [String]) {
        var seen: Set<String> = []
        var newestFirst: [String] = []
        for line in entered.reversed() + lines.reversed() where newestFirst.count < limit {
            guard !line.allSatisfy(\.isWhitespace), seen.insert(line).inserted else { continue }
            newestFirst.append(line)
        }
        lines = newestFirst.reversed()
    }
}
