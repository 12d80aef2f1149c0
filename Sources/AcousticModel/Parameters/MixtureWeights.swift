/// How much each Gaussian counts in each sound of a model, as the trainer takes it.
///
/// The decoder's own form keeps each weight in one byte of a logarithm; the trainer needs numbers.
public struct MixtureWeights: Equatable, Sendable {
    public let sounds: Int
    public let streams: Int
    public let gaussians: Int
    /// By sound, stream, Gaussian; those of one sound and stream add up to 1.
    public let values: [Float]

    public init(_ dump: SenoneDump) {
        gaussians = dump.gaussians
        sounds = dump.senones
        streams = dump.streams
        values = Self.weights(dump)
    }

    private static func weights(_ dump: SenoneDump) -> [Float] {
        let (streams, gaussians, sounds) = (dump.streams, dump.gaussians, dump.senones)
        return [Float](unsafeUninitializedCapacity: streams * gaussians * sounds) { values, count in
            count = streams * gaussians * sounds
            dump.steps.withUnsafeBufferPointer { steps in
                SenoneDump.weights.withUnsafeBufferPointer { table in
                    for stream in 0..<streams {
                        for sound in 0..<sounds {
                            let target = (sound * streams + stream) * gaussians
                            var source = stream * gaussians * sounds + sound
                            var sum: Float = 0
                            for gaussian in 0..<gaussians {
                                let weight = table[Int(steps[source])]
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
}
