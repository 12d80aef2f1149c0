/// Remembers how loud a sound is that outlasted the longest utterance: music, or a conversation.
///
/// The noise floor does not follow it, because it pauses between its sounds as speech does. While it lasts, only what is
/// louder than nearly all of it can be a command.
struct LastingSound: Sendable {
    /// What 19 of 20 frames of the sound did not exceed, in decibels relative to full scale; `nil` when there is none.
    private(set) var level: Double?

    /// Frames of the open utterance by level, in steps of a decibel from ``Level/silence`` up.
    private var frames = [Int](repeating: 0, count: 97)
    private var framesSinceLoud = 0

    private static let share = 0.95
    /// Decibels under ``level`` at which the sound is still there.
    private static let range = 15.0
    /// Two seconds without it, and it is over.
    private static let patience = 200

    /// Takes in the level of one frame.
    mutating func follow(_ frameLevel: Double, isInSpeech: Bool) {
        if isInSpeech { frames[Self.step(of: frameLevel)] += 1 }
        guard let level else { return }
        framesSinceLoud = frameLevel > level - Self.range ? 0 : framesSinceLoud + 1
        if framesSinceLoud > Self.patience { self.level = nil }
    }

    /// An utterance begins.
    mutating func begin() {
        for step in frames.indices { frames[step] = 0 }
    }

    /// The open utterance has become too long: what it consists of is not a command.
    mutating func outlast() {
        let most = Double(frames.reduce(0, +)) * Self.share
        var count = 0
        let loudest = frames.firstIndex { framesAtStep in
            count += framesAtStep
            return Double(count) >= most
        }
        level = loudest.map { Level.silence + Double($0 + 1) }
        framesSinceLoud = 0
    }

    private static func step(of level: Double) -> Int {
        Int(max(0, min(96, level - Level.silence)))
    }
}
