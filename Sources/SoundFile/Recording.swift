internal import Audio

/// An open recording, read piece by piece as 16 kHz mono 16-bit samples whatever its own form.
///
/// Memory does not grow with its length. Channels are averaged, other rates converted by libsamplerate, samples beyond
/// full scale saturate, and what is not a number is silence. Closed when the value goes away.
public struct Recording: ~Copyable, Sendable {
    private var file: SoundFileHandle
    private var resampler: Resampler?
    private var interleaved: [Float]
    private var converted: [Float] = []
    /// How much of `converted` was handed out.
    private var taken = 0
    private var framesRead = 0
    private var isAtEnd = false

    private static let framesPerRead = 4_096

    /// Opens the recording at `path`, or standard input for `-`.
    ///
    /// - Throws: ``SoundFileError``; nothing stays open then.
    public init(path: String) throws(SoundFileError) {
        let file = try SoundFileHandle(path: path)
        if file.sampleRate != AudioFormat.sampleRate {
            resampler = Resampler(from: file.sampleRate, to: AudioFormat.sampleRate)
            guard resampler != nil else {
                throw SoundFileError(
                    .unsupported, path, reason: "its \(file.sampleRate) samples per second cannot be converted")
            }
        }
        interleaved = [Float](repeating: 0, count: Self.framesPerRead * file.channels)
        self.file = file
    }

    /// Its own sample rate, in hertz.
    public var sampleRate: Int { file.sampleRate }

    public var channels: Int { file.channels }

    /// How long it lasts according to its header; `nil` for a pipe.
    public var duration: Duration? {
        file.frames.map { .seconds(Double($0) / Double(file.sampleRate)) }
    }

    /// Reads on.
    ///
    /// - Parameter samples: filled from its beginning, completely unless the end of the recording comes first.
    /// - Returns: how many samples were read; 0 at the end.
    /// - Throws: ``SoundFileError`` of kind `cutOff` or `unreadable`, after everything before the fault was read.
    public mutating func read(into samples: inout MutableSpan<Int16>) throws(SoundFileError) -> Int {
        var filled = 0
        while filled < samples.count {
            if taken == converted.count {
                do throws(SoundFileError) {
                    try convertMore()
                } catch {
                    // What came before the fault is handed out first; the next call meets the fault again.
                    if filled > 0 { return filled }
                    throw error
                }
                if converted.isEmpty { break }
            }
            let count = min(samples.count - filled, converted.count - taken)
            for offset in 0..<count { samples[filled + offset] = Self.quantised(converted[taken + offset]) }
            filled += count
            taken += count
        }
        return filled
    }

    /// Puts the next samples into `converted`; none at the end.
    private mutating func convertMore() throws(SoundFileError) {
        converted.removeAll(keepingCapacity: true)
        taken = 0
        while converted.isEmpty, !isAtEnd {
            let frames = try file.read(into: &interleaved, count: Self.framesPerRead)
            framesRead += frames
            if frames == 0 { isAtEnd = true }
            let mono = mixDown(frames)
            if resampler == nil {
                converted += mono
            } else {
                resampler?.convert(mono[...], isLast: isAtEnd, into: &converted)
            }
        }
        if isAtEnd, converted.isEmpty { try checkLength() }
    }

    private func checkLength() throws(SoundFileError) {
        guard let promised = file.frames, framesRead < promised else { return }
        throw SoundFileError(
            .cutOff, file.path,
            reason: "it is cut off: \(SoundFileHandle.seconds(framesRead, per: sampleRate)) of sound are there, "
                + "its header promises \(SoundFileHandle.seconds(promised, per: sampleRate)) "
                + "(\(framesRead) of \(promised) samples)")
    }

    private func mixDown(_ frames: Int) -> [Float] {
        let channels = file.channels
        return [Float](unsafeUninitializedCapacity: frames) { mono, count in
            for frame in 0..<frames {
                var sum: Float = 0
                for channel in 0..<channels {
                    let sample = interleaved[frame * channels + channel]
                    // One that is not finite would spread through the resampler to its neighbours.
                    if sample.isFinite { sum += max(-4, min(4, sample)) }
                }
                mono[frame] = sum / Float(channels)
            }
            count = frames
        }
    }

    static func quantised(_ value: Float) -> Int16 {
        Int16(max(-32_768, min(32_767, (value * 32_768).rounded())))
    }
}
