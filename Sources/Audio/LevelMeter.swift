#if canImport(Glibc)
    internal import Glibc
#endif

/// How loud one frame of sound is.
public struct Level: Equatable, Sendable {
    /// Root mean square, in decibels relative to full scale: 0 for a full-scale square wave, ``silence`` or more.
    public let rms: Double

    /// The largest sample, in decibels relative to full scale.
    public let peak: Double

    /// What digital silence measures: a little below one step of a 16-bit sample.
    public static let silence = -96.0

    public init(rms: Double, peak: Double) {
        self.rms = rms
        self.peak = peak
    }
}

/// Measures the loudness of frames, for meters and for people who set up a microphone.
public enum LevelMeter {
    /// The level of `samples`; a constant offset, which cheap sound cards add, does not count.
    public static func level(of samples: Span<Int16>) -> Level {
        guard samples.count > 0 else { return Level(rms: Level.silence, peak: Level.silence) }
        var sum = 0
        for index in samples.indices { sum += Int(samples[index]) }
        let offset = Double(sum) / Double(samples.count)
        var squares = 0.0
        var peak = 0.0
        for index in samples.indices {
            let value = Double(samples[index]) - offset
            squares += value * value
            peak = max(peak, abs(value))
        }
        return Level(rms: decibels((squares / Double(samples.count)).squareRoot()), peak: decibels(peak))
    }

    /// `amplitude`, in steps of a 16-bit sample, in decibels relative to full scale.
    static func decibels(_ amplitude: Double) -> Double {
        guard amplitude > 0 else { return Level.silence }
        return max(Level.silence, 20 * log10(amplitude / 32_768))
    }
}
