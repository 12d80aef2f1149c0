internal import Glibc

/// The Gaussians of a model, arranged so that eight of them are computed at once.
///
/// A density is `peak − Σ (feature − mean)² · precision`, as a logarithm in ``LogUnit``s.
struct Codebooks: Sendable {
    typealias Block = SIMD8<Float>

    let codebooks: Int
    let gaussians: Int
    /// The numbers of features in the streams.
    let lengths: [Int]
    /// Gaussians of a codebook in blocks of eight.
    let blocks: Int

    /// By codebook, stream, block.
    private let peaks: [Block]
    /// By codebook, stream, block, feature: the means, and then what a distance from them costs.
    private let shapes: [Block]

    /// Variances below it are taken for it, as the decoder does.
    private static let leastVariance: Float = 0.0001

    init(means: GaussianParameters, variances: GaussianParameters) {
        codebooks = means.codebooks
        gaussians = means.gaussians
        lengths = means.lengths
        blocks = (gaussians + Block.scalarCount - 1) / Block.scalarCount
        var peaks: [Block] = []
        var shapes: [Block] = []
        var start = 0
        for _ in 0..<codebooks {
            for length in lengths {
                for block in 0..<blocks {
                    // Gaussians that only fill up the last block are never near.
                    var peak = Block(repeating: -.greatestFiniteMagnitude)
                    var shape = [Block](repeating: .zero, count: 2 * length)
                    for lane in 0..<min(Block.scalarCount, gaussians - block * Block.scalarCount) {
                        let gaussian = start + (block * Block.scalarCount + lane) * length
                        var volume = 1.0
                        for feature in 0..<length {
                            let variance = max(variances.values[gaussian + feature], Self.leastVariance)
                            volume *= 2 * .pi * Double(variance)
                            shape[2 * feature][lane] = means.values[gaussian + feature]
                            shape[2 * feature + 1][lane] = Float(1 / (2 * Double(variance) * LogUnit.nats))
                        }
                        peak[lane] = Float(-log(volume) / 2 / LogUnit.nats)
                    }
                    peaks.append(peak)
                    shapes += shape
                }
                start += gaussians * length
            }
        }
        self.peaks = peaks
        self.shapes = shapes
    }

    /// - Parameters:
    ///   - features: of one frame, stream after stream.
    ///   - densities: room for the blocks of all codebooks and streams.
    func densities(of features: UnsafePointer<Float>, into densities: UnsafeMutablePointer<Block>) {
        peaks.withUnsafeBufferPointer { peaks in
            shapes.withUnsafeBufferPointer { shapes in
                var index = 0
                var shape = shapes.baseAddress!
                for _ in 0..<codebooks {
                    var feature = features
                    for length in lengths {
                        for _ in 0..<blocks {
                            var density = peaks[index]
                            for place in 0..<length {
                                let distance = Block(repeating: feature[place]) - shape[2 * place]
                                density -= distance * distance * shape[2 * place + 1]
                            }
                            densities[index] = density
                            shape += 2 * length
                            index += 1
                        }
                        feature += length
                    }
                }
            }
        }
    }
}
