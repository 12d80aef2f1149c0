public import Accuracy
import Foundation
import SoundFile

extension AccuracyBench {
    /// A recording as it was heard, noise included: 16 kHz mono.
    ///
    /// - Throws: `SoundFileError`.
    public func samples(of clip: Clip, snr: Double?) throws -> [Int16] {
        let samples = try Recording.samples(of: clip.path)
        guard let snr, let mixer else { return samples }
        return mixer.mix(into: samples, snr: snr, clip: clip.line)
    }

    /// The same as a `data:` address that a browser plays; `nil` when the recording can no longer be read.
    public func soundAddress(of clip: Clip, snr: Double?) -> String? {
        guard let samples = try? samples(of: clip, snr: snr) else { return nil }
        return "data:audio/wav;base64," + Data(WAVSound.bytes(samples)).base64EncodedString()
    }
}
