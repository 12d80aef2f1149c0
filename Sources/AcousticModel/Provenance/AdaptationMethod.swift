/// How a model is moved towards a voice.
public enum AdaptationMethod: String, Codable, Sendable, CaseIterable {
    /// Maximum likelihood linear regression: all means are turned and shifted together. Little data is enough, and sounds
    /// that were never heard gain too.
    case mllr
    /// That first, then maximum a posteriori: means and weights of what was heard move on by themselves.
    case mllrThenMAP = "mllr+map"
    /// Maximum a posteriori alone: only what was heard moves, and what was not may be left behind.
    case map

    /// Whether words that were not in the recordings are taken along.
    public var carriesOtherWords: Bool { self != .map }

    /// For people.
    public var name: String {
        switch self {
        case .mllr: "MLLR"
        case .mllrThenMAP: "MLLR, then MAP"
        case .map: "MAP"
        }
    }
}
