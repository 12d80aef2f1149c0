/// Follows how loud it is while nobody speaks.
///
/// Falls at once when it gets quieter. Rises only to what was never undercut for a while: speech, which pauses between
/// sounds, does not lift it, and a fan that is switched on does. What has been there from the first moment is the room
/// itself, and taken for it as soon as it is known.
struct NoiseFloor: Sendable {
    /// Decibels relative to full scale.
    private(set) var level: Double

    private var minimumOfBlock = Double.infinity
    private var framesInBlock = 0
    private var minima: [Double] = []
    private var hasSettled = false
    private var isRoomKnown = false

    private static let framesPerBlock = 25
    private static let blocks = 6
    private static let fall = 0.3
    /// Decibels per frame.
    private static let rise = 0.15

    /// - Parameter level: what to expect before anything was heard, since a recording may begin with speech.
    init(level: Double) {
        self.level = level
    }

    /// Takes in the level of one frame.
    mutating func follow(_ frameLevel: Double) {
        minimumOfBlock = min(minimumOfBlock, frameLevel)
        framesInBlock += 1
        if framesInBlock == Self.framesPerBlock {
            if minima.count == Self.blocks { minima.removeFirst() }
            // A device that is switched on may be silent for a moment, which says nothing about the room.
            if hasSettled { minima.append(minimumOfBlock) }
            hasSettled = true
            minimumOfBlock = .infinity
            framesInBlock = 0
        }
        if frameLevel < level {
            level += (frameLevel - level) * Self.fall
        } else if minima.count == Self.blocks {
            // The quietest moment of the last second and a half.
            let quietest = min(minima.min() ?? level, minimumOfBlock)
            if quietest > level { level += isRoomKnown ? min(Self.rise, quietest - level) : quietest - level }
        }
        if minima.count == Self.blocks { isRoomKnown = true }
    }
}
