/// Sound as the bytes of a WAV file.
public enum WAVSound {
    /// - Parameter samples: 16 kHz mono.
    /// - Returns: a RIFF file of 16-bit linear samples (Microsoft, Multimedia Programming Interface, 1991).
    public static func bytes(_ samples: [Int16], sampleRate: Int = 16_000) -> [UInt8] {
        let size = UInt32(samples.count * 2)
        var bytes = Array("RIFF".utf8) + little(36 + size) + Array("WAVEfmt ".utf8) + little(UInt32(16))
        bytes += little(UInt16(1)) + little(UInt16(1)) + little(UInt32(sampleRate)) + little(UInt32(sampleRate * 2))
        bytes += little(UInt16(2)) + little(UInt16(16)) + Array("data".utf8) + little(size)
        bytes.reserveCapacity(44 + Int(size))
        for sample in samples { bytes += little(sample) }
        return bytes
    }

    private static func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        (0..<Number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> Number($0 * 8)) }
    }
}
