/// What `bench accuracy` is asked to measure.
public struct AccuracyPlan: Sendable {
    /// Path of the recordings whose labels are to be heard.
    public var manifest: String?
    /// Paths of lists of recordings in which nothing may be obeyed; always heard as they are, without noise.
    public var negatives: [String] = []
    /// Paths of single recordings of the same kind.
    public var negativeRecordings: [String] = []
    /// Judge as if every probability were enough, to see what any threshold would do.
    public var ignoresThresholds = false
    /// Path of a recording of noise, or of a list of some.
    public var noise: String?
    /// Under which noise the manifest is heard, in decibels; `nil` is as it is.
    public var snrs: [Double?] = [nil]
    public var seed: UInt64 = 1
    /// At most so many recordings of each list, drawn by chance.
    public var limit: Int?

    /// Lines of the manifest whose recordings are passed over.
    public var excludedLines: Set<Int> = []

    public init() {}
}
