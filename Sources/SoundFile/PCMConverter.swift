internal import Audio

/// Turns raw samples of one stream, piece by piece, into 16 kHz mono 16-bit samples.
///
/// Channels are averaged and other rates converted by libsamplerate, as ``Recording`` does. What is 16 kHz, mono and 16
/// bits already passes unchanged.
public struct PCMConverter: ~Copyable, Sendable {
    /// Bytes of one frame: one sample of each channel.
    public let bytesPerFrame: Int

    private let width: Int
    private let channels: Int
    private var resampler: Resampler?

    /// Hertz that can be taken. Below, too little of the voice is left; above, nothing records.
    public static let rates = 8_000...192_000
    /// Bytes of a sample: 1 is unsigned, the others signed with the lowest byte first.
    public static let widths = 1...4
    public static let channelCounts = 1...8

    /// - Returns: `nil` for a form outside ``rates``, ``widths`` and ``channelCounts``.
    public init?(rate: Int, width: Int, channels: Int) {
        guard Self.rates.contains(rate), Self.widths.contains(width), Self.channelCounts.contains(channels) else {
            return nil
        }
        if rate != AudioFormat.sampleRate {
            resampler = Resampler(from: rate, to: AudioFormat.sampleRate)
            guard resampler != nil else { return nil }
        }
        self.width = width
        self.channels = channels
        bytesPerFrame = width * channels
    }

    /// Converts whole frames and appends what comes out to `samples`.
    ///
    /// - Parameter bytes: a multiple of ``bytesPerFrame``.
    public mutating func convert(_ bytes: [UInt8], into samples: inout [Int16]) {
        let count = bytes.count / bytesPerFrame
        if resampler == nil, width == 2, channels == 1 {
            samples.reserveCapacity(samples.count + count)
            for frame in 0..<count {
                samples.append(Int16(truncatingIfNeeded: Int(bytes[2 * frame]) | Int(bytes[2 * frame + 1]) << 8))
            }
            return
        }
        var mono: [Float] = []
        mono.reserveCapacity(count)
        for frame in 0..<count {
            var sum: Float = 0
            for channel in 0..<channels { sum += sample(at: (frame * channels + channel) * width, in: bytes) }
            mono.append(sum / Float(channels))
        }
        append(mono, isLast: false, to: &samples)
    }

    /// Appends what the rate conversion still holds. Nothing may be converted afterwards.
    public mutating func finish(into samples: inout [Int16]) {
        if resampler != nil { append([], isLast: true, to: &samples) }
    }

    private mutating func append(_ mono: [Float], isLast: Bool, to samples: inout [Int16]) {
        var converted: [Float] = []
        if resampler == nil {
            converted = mono
        } else {
            resampler?.convert(mono[...], isLast: isLast, into: &converted)
        }
        for value in converted { samples.append(Recording.quantised(value)) }
    }

    /// From -1 to 1.
    private func sample(at index: Int, in bytes: [UInt8]) -> Float {
        if width == 1 { return (Float(bytes[index]) - 128) / 128 }
        var bits: UInt32 = 0
        // In the upper bytes, so that the sign stands where it belongs.
        for offset in 0..<width { bits |= UInt32(bytes[index + offset]) << UInt32(8 * (4 - width + offset)) }
        return Float(Int32(bitPattern: bits)) / 2_147_483_648
    }
}
