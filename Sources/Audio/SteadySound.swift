/// Finds noise that comes with an utterance: a recording that is played into silence, a microphone with a noise gate.
///
/// The noise floor has no time to follow it. What tells it from speech is that its level stays, while that of a soft
/// consonant or a breath rises and falls.
struct SteadySound: Sendable {
    /// The lowest level that has stayed for a tenth of a second since ``begin()``, in decibels relative to full scale;
    /// `nil` if none has.
    private(set) var level: Double?

    /// Levels of the last frames; the oldest is replaced next.
    private var recent = [Double](repeating: .infinity, count: 10)
    private var oldest = 0

    /// Decibels between the loudest and the softest frame.
    private static let spread = 4.0

    /// Takes in the level of one frame.
    mutating func follow(_ frameLevel: Double) {
        recent[oldest] = frameLevel
        oldest = (oldest + 1) % recent.count
        guard let loudest = recent.max(), let softest = recent.min(), loudest - softest <= Self.spread else { return }
        level = min(level ?? .infinity, loudest)
    }

    /// An utterance begins.
    mutating func begin() { level = nil }
}
