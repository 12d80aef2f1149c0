internal import Glibc

/// How much each Gaussian counts in each sound of a model, as the trainer takes it.
///
/// The decoder's own form, `sendump`, keeps each weight in one byte of a logarithm; the trainer needs numbers.
public struct MixtureWeights: Equatable, Sendable {
    public let sounds: Int
    public let streams: Int
    public let gaussians: Int
    /// By sound, stream, Gaussian; those of one sound and stream add up to 1.
    public let values: [Float]

    /// What one step of a byte stands for: the logarithms are to the base 1.0001 and shifted by ten bits.
    private static let logBase = 1.0001
    private static let step = -1_024.0

    /// - Throws: ``ParameterError`` if the sizes are not those of one codebook a phone with `streams` streams, or the
    ///   weights are packed.
    public init(parsingSendump bytes: [UInt8], file: String, streams: Int) throws(ParameterError) {
        var reader = Reader(bytes: bytes)
        while true {
            guard let length = reader.word(), length >= 0, length < 4_096 else {
                throw ParameterError(file, "its header has no end")
            }
            if length == 0 { break }
            let text = reader.text(length)
            if text.hasPrefix("cluster_count "), !text.hasPrefix("cluster_count 0") {
                throw ParameterError(file, "its weights are packed in clusters")
            }
        }
        guard let gaussians = reader.word(), let sounds = reader.word(), (1...4_096).contains(gaussians),
            (1...1_000_000).contains(sounds), reader.rest == gaussians * sounds * streams
        else { throw ParameterError(file, "its size does not fit its header") }
        self.gaussians = gaussians
        self.sounds = sounds
        self.streams = streams
        values = Self.weights(bytes, from: reader.place, streams, gaussians, sounds)
    }

    /// From bytes by stream, Gaussian, sound.
    private static func weights(
        _ bytes: [UInt8], from start: Int, _ streams: Int, _ gaussians: Int, _ sounds: Int
    ) -> [Float] {
        let table = (0..<256).map { Float(pow(logBase, step * Double($0))) }
        return [Float](unsafeUninitializedCapacity: streams * gaussians * sounds) { values, count in
            count = streams * gaussians * sounds
            bytes.withUnsafeBufferPointer { bytes in
                table.withUnsafeBufferPointer { table in
                    for stream in 0..<streams {
                        for sound in 0..<sounds {
                            let target = (sound * streams + stream) * gaussians
                            var source = start + stream * gaussians * sounds + sound
                            var sum: Float = 0
                            for gaussian in 0..<gaussians {
                                let weight = table[Int(bytes[source])]
                                values[target + gaussian] = weight
                                sum += weight
                                source += sounds
                            }
                            for gaussian in 0..<gaussians { values[target + gaussian] /= sum }
                        }
                    }
                }
            }
        }
    }

    /// As `mixture_weights`.
    public var file: S3File {
        let sizes = [sounds, streams, gaussians, values.count].map { UInt32($0) }
        return S3File(words: sizes + values.map(\.bitPattern))
    }

    private struct Reader {
        let bytes: [UInt8]
        private(set) var place = 0

        init(bytes: [UInt8]) { self.bytes = bytes }

        var rest: Int { bytes.count - place }

        mutating func word() -> Int? {
            guard rest >= 4 else { return nil }
            defer { place += 4 }
            return Int(
                bytes.withUnsafeBytes { Int32(littleEndian: $0.loadUnaligned(fromByteOffset: place, as: Int32.self)) })
        }

        mutating func text(_ length: Int) -> String {
            let end = min(place + length, bytes.count)
            defer { place = end }
            return String(decoding: bytes[place..<end], as: UTF8.self)
        }
    }
}
