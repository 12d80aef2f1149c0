/// The bytes of a WAV file, and the ways in which they can be wrong.
struct WAVFile {
    enum Encoding: UInt16 {
        case integer = 1
        case float = 3
    }

    var sampleRate: UInt32 = 16_000
    var channels: UInt16 = 1
    var bits: UInt16 = 16
    var encoding = Encoding.integer
    var sound: [UInt8] = []
    /// What the header says about the length of the sound, where that is not the truth.
    var promisedBytes: UInt32?
    /// Bytes of a comment before the sound.
    var commentBytes = 0

    init(_ samples: [Int16], sampleRate: UInt32 = 16_000, channels: UInt16 = 1) {
        self.sampleRate = sampleRate
        self.channels = channels
        sound = samples.flatMap { Self.bytes(UInt16(bitPattern: $0)) }
    }

    init(floats: [Float]) {
        bits = 32
        encoding = .float
        sound = floats.flatMap { Self.bytes($0.bitPattern) }
    }

    var bytes: [UInt8] {
        let frame = UInt32(channels) * UInt32(bits) / 8
        var format: [UInt8] = Self.bytes(encoding.rawValue) + Self.bytes(channels)
        format += Self.bytes(sampleRate) + Self.bytes(sampleRate &* frame)
        format += Self.bytes(UInt16(truncatingIfNeeded: frame)) + Self.bytes(bits)
        var chunks = Self.chunk("fmt ", format)
        if commentBytes > 0 { chunks += Self.chunk("LIST", [UInt8](repeating: 0x20, count: commentBytes)) }
        chunks += Array("data".utf8) + Self.bytes(promisedBytes ?? UInt32(sound.count)) + sound
        return Array("RIFF".utf8) + Self.bytes(UInt32(chunks.count + 4)) + Array("WAVE".utf8) + chunks
    }

    private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
        Array(name.utf8) + bytes(UInt32(content.count)) + content
    }

    private static func bytes<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        (0..<Number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }
}
