internal import CommandLanguage

/// One recording that is to be heard.
public struct Clip: Hashable, Sendable {
    /// As it stands in its list.
    public let name: String
    public let path: String
    /// What is said; `nil` when nothing in it may be obeyed.
    public let label: Label?
    public let speaker: String
    /// Its line in the list, from 1.
    public let line: Int

    public init(_ entry: Manifest.Entry, label: Label?) {
        name = entry.name
        path = entry.path
        self.label = label
        speaker = entry.speaker
        line = entry.line
    }
}

extension [Clip] {
    /// The clips in an order that does not depend on that of the list, cut after `limit`.
    ///
    /// Shuffled, so that a run that is interrupted has heard a fair sample.
    ///
    /// - Parameter seed: the same seed gives the same clips in the same order.
    public func sampled(_ limit: Int?, seed: UInt64) -> [Clip] {
        var random = SplitMix64(state: seed)
        return Array(shuffled(using: &random).prefix(limit ?? count))
    }
}
