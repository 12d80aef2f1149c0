/// The one form in which sound travels through this package: 16 kHz, mono, 16 bits, in frames of 10 ms.
public enum AudioFormat {
    /// Samples per second, in hertz; what the acoustic models were trained on.
    public static let sampleRate = 16_000

    /// Samples in one frame, the step in which levels and endpoints are decided.
    public static let samplesPerFrame = 160

    /// The time that ``samplesPerFrame`` samples take.
    public static let frameDuration = Duration.milliseconds(10)

    /// The time that `samples` samples take.
    public static func duration(ofSamples samples: Int) -> Duration {
        let (seconds, rest) = samples.quotientAndRemainder(dividingBy: sampleRate)
        return .seconds(seconds) + .nanoseconds(rest * 1_000_000_000 / sampleRate)
    }

    /// The time that `samples` samples take, in seconds.
    public static func seconds(ofSamples samples: Int) -> Double {
        Double(samples) / Double(sampleRate)
    }

    /// Samples in `duration`, rounded down.
    public static func samples(in duration: Duration) -> Int {
        let (seconds, attoseconds) = duration.components
        let nanoseconds = attoseconds / 1_000_000_000
        return Int(seconds) * sampleRate + Int(nanoseconds) * sampleRate / 1_000_000_000
    }
}
