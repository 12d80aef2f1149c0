/// What the sound of an utterance itself says about how well it can be recognised.
public struct SoundQuality: Equatable, Sendable {
    /// The loudest sample, in decibels relative to full scale.
    public let peak: Double

    /// Share of the samples at the ends of the scale, 0 to 1: the microphone could not follow there.
    public let clipped: Double

    public init(peak: Double, clipped: Double) {
        self.peak = peak
        self.clipped = clipped
    }

    /// That of `samples`.
    public init(of samples: Span<Int16>) {
        peak = LevelMeter.level(of: samples).peak
        var count = 0
        for index in samples.indices where samples[index] >= 32_760 || samples[index] <= -32_760 { count += 1 }
        clipped = samples.count == 0 ? 0 : Double(count) / Double(samples.count)
    }

    /// So quiet that words cannot be told apart: the voice lies in the last few bits.
    public var isTooQuiet: Bool { peak < -50 }

    /// So loud that the tops of the waves are cut off throughout.
    public var isClipped: Bool { clipped > 0.01 }
}
