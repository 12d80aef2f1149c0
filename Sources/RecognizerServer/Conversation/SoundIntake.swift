internal import Audio
internal import SoundFile
internal import Wyoming

/// The sound of an utterance that is still coming in, at 16 kHz whatever the client sends.
struct SoundIntake: ~Copyable {
    /// Seconds of one utterance; what is longer is refused.
    static let longest = 60

    private let format: SoundFormat
    private var converter: PCMConverter
    private var samples: [Int16] = []
    private var frames = 0

    init(_ format: SoundFormat) throws(Refusal) {
        guard let converter = PCMConverter(rate: format.rate, width: format.width, channels: format.channels) else {
            throw Refusal(
                .audioFormat,
                "audio: \(format) cannot be heard; send 8,000 to 192,000 Hz, 1 to 4 bytes a sample, 1 to 8 channels, "
                    + "best of all \(SoundFormat.speech)")
        }
        self.format = format
        self.converter = converter
    }

    mutating func append(_ chunk: AudioChunk) throws(Refusal) {
        guard chunk.format == format else {
            throw Refusal(
                .audioFormat,
                "audio-chunk: its format is \(chunk.format), the utterance began with \(format); "
                    + "begin another utterance with audio-start")
        }
        guard chunk.audio.count.isMultiple(of: converter.bytesPerFrame) else {
            throw Refusal(
                .audioFormat,
                "audio-chunk: \(chunk.audio.count) bytes are no whole number of samples; each takes "
                    + "\(converter.bytesPerFrame) bytes in all channels")
        }
        frames += chunk.audio.count / converter.bytesPerFrame
        guard frames <= Self.longest * format.rate else {
            throw Refusal(
                .tooLong, "audio-chunk: the utterance is longer than \(Self.longest) s; send shorter ones")
        }
        converter.convert(chunk.audio, into: &samples)
    }

    /// Everything that came in, converted.
    consuming func finish() -> [Int16] {
        converter.finish(into: &samples)
        return samples
    }
}
