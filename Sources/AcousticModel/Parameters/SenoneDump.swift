internal import Glibc

/// The decoder's own form of how much each Gaussian counts in each senone: the file `sendump`.
public struct SenoneDump: Equatable, Sendable {
    public let streams: Int
    public let gaussians: Int
    public let senones: Int
    /// By stream, Gaussian, senone: logarithms in steps of ``LogUnit``, of which the higher is the less.
    let steps: [UInt8]

    /// - Throws: ``ParameterError`` if the sizes are not those of one codebook a phone with `streams` streams, or the
    ///   weights are packed.
    public init(parsing bytes: [UInt8], file: String, streams: Int) throws(ParameterError) {
        var reader = ByteReader(bytes)
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
        guard let gaussians = reader.word(), let senones = reader.word(), (1...4_096).contains(gaussians),
            (1...1_000_000).contains(senones), reader.rest == gaussians * senones * streams
        else { throw ParameterError(file, "its size does not fit its header") }
        self.streams = streams
        self.gaussians = gaussians
        self.senones = senones
        steps = Array(bytes[reader.place...])
    }

    /// From what the trainer writes: the file `mixture_weights`.
    ///
    /// - Throws: ``ParameterError`` if the sizes do not fit each other.
    public init(mixtureWeights parameters: S3File, file: String) throws(ParameterError) {
        let sizes = parameters.words.prefix(4).map { Int($0) }
        let values = parameters.words.dropFirst(4)
        guard sizes.count == 4, sizes.allSatisfy({ (1...100_000_000).contains($0) }), sizes[1] <= 100,
            sizes[0] <= 1_000_000, sizes[2] <= 4_096, values.count == sizes[0] * sizes[1] * sizes[2]
        else { throw ParameterError(file, "its size does not fit its header") }
        (senones, streams, gaussians) = (sizes[0], sizes[1], sizes[2])
        steps = Self.steps(values.map { Float(bitPattern: $0) }, senones, streams, gaussians)
    }

    private static func steps(_ values: [Float], _ senones: Int, _ streams: Int, _ gaussians: Int) -> [UInt8] {
        var steps = [UInt8](repeating: worst, count: values.count)
        for row in 0..<senones * streams {
            let weights = values[row * gaussians..<(row + 1) * gaussians]
            let total = weights.reduce(0) { $0 + max($1, least) }
            let (senone, stream) = row.quotientAndRemainder(dividingBy: streams)
            for (gaussian, weight) in weights.enumerated() {
                let step = -log(max(weight, least) / total) / Float(LogUnit.nats)
                steps[(stream * gaussians + gaussian) * senones + senone] = UInt8(min(step.rounded(), Float(worst)))
            }
        }
        return steps
    }

    /// As `ptm_mgau.c` has it: what is less counts as this much.
    private static let least: Float = 1e-7
    private static let worst: UInt8 = 159

    /// What each step stands for.
    static let weights = (0..<256).map { Float(exp(-LogUnit.nats * Double($0))) }
}
