internal import Audio
internal import Glibc
internal import PocketSphinxDecoder

/// Loads a decoder and lets it hear something, to find out whether it survives that.
///
/// The library may end the process, and so this is only for a process of its own.
public enum DecoderTrial {
    /// - Returns: what the decoder did, if there is still somebody to return.
    public static func run(_ order: TrialOrder) -> TrialVerdict {
        order.limits.apply()
        Decoder.echoLog()
        do throws(DecoderError) {
            let start = processorSeconds
            var decoder = try Decoder(order.settings)
            let loaded = processorSeconds
            let samples = try hear(with: &decoder)
            return .passed(
                loading: loaded - start, hearing: (processorSeconds - loaded) / AudioFormat.seconds(ofSamples: samples))
        } catch {
            return .refused(error)
        }
    }

    /// Everything that a microphone may bring: nothing, a click, silence, noise, and all of it once more in pieces.
    ///
    /// - Returns: the samples that were decoded.
    private static func hear(with decoder: inout Decoder) throws(DecoderError) -> Int {
        let sounds = [[], TrialSound.noise(samples: 1), TrialSound.silence(samples: 4_000), TrialSound.speechLike]
        var count = 0
        for sound in sounds {
            _ = try decoder.decode(sound.span)
            count += sound.count
        }
        let sound = TrialSound.speechLike
        try decoder.begin()
        var position = 0
        while position < sound.count {
            let end = min(position + AudioFormat.samplesPerFrame, sound.count)
            try decoder.process(sound.span.extracting(position..<end))
            position = end
        }
        _ = decoder.partialText()
        _ = try decoder.finish()
        return count + sound.count
    }

    private static var processorSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
