/// Recordings by verdict.
public struct Share: Equatable, Sendable, Encodable {
    public private(set) var clips = 0
    public private(set) var right = 0
    public private(set) var wrong = 0
    public private(set) var refused = 0

    public init() {}

    public init(_ results: some Sequence<ClipResult>) {
        for result in results { count(result.verdict()) }
    }

    public mutating func count(_ verdict: ClipResult.Verdict) {
        clips += 1
        switch verdict {
        case .right: right += 1
        case .wrong: wrong += 1
        case .refused: refused += 1
        }
    }

    /// From 0 to 1; 0 of no recordings.
    public var rightShare: Double { clips > 0 ? Double(right) / Double(clips) : 0 }
    public var wrongShare: Double { clips > 0 ? Double(wrong) / Double(clips) : 0 }
    public var refusedShare: Double { clips > 0 ? Double(refused) / Double(clips) : 0 }
}
