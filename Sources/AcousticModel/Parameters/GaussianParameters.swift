/// The means or the variances of all Gaussians of a model: the files `means` and `variances`.
public struct GaussianParameters: Equatable, Sendable {
    public let codebooks: Int
    public let gaussians: Int
    /// The numbers of features in the streams.
    public let lengths: [Int]
    /// By codebook, stream, Gaussian, feature.
    public let values: [Float]

    /// - Throws: ``ParameterError`` if the sizes do not fit each other.
    public init(_ parameters: S3File, file: String) throws(ParameterError) {
        let sizes = parameters.words.prefix(3).map { Int($0) }
        guard sizes.count == 3, sizes.allSatisfy({ (1...100_000).contains($0) }) else {
            throw ParameterError(file, "it has no sizes")
        }
        let lengths = parameters.words.dropFirst(3).prefix(sizes[1]).map { Int($0) }
        let values = parameters.words.dropFirst(4 + sizes[1])
        guard lengths.count == sizes[1], lengths.allSatisfy({ (1...1_000).contains($0) }),
            values.count == sizes[0] * sizes[2] * lengths.reduce(0, +)
        else { throw ParameterError(file, "its size does not fit its header") }
        codebooks = sizes[0]
        gaussians = sizes[2]
        self.lengths = lengths
        self.values = values.map { Float(bitPattern: $0) }
    }
}
