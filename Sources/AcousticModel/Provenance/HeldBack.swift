/// How many clips that training did not see were heard rightly, before and after.
public struct HeldBack: Codable, Equatable, Sendable {
    public var clips: Int
    public var before: Int
    public var after: Int

    public init(clips: Int = 0, before: Int = 0, after: Int = 0) {
        self.clips = clips
        self.before = before
        self.after = after
    }
}
