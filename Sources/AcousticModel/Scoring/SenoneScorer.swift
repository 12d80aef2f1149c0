internal import Dispatch
internal import Glibc

/// How well each frame of an utterance fits each senone of a model with one codebook a phone (PTM).
///
/// The same sums as in PocketSphinx's `ptm_mgau.c`, but of eight numbers at once, and without its rounding between
/// them: what there is most of the time that decoding takes is some twentieth here.
public struct SenoneScorer: Sendable {
    typealias Block = Codebooks.Block

    public let senones: Int
    /// Numbers in the features of a frame.
    public let dimensions: Int

    private let codebooks: Codebooks
    /// How many Gaussians of each codebook and stream count, the best ones.
    private let best: Int
    /// By codebook: which senones draw from it, and where their weights begin.
    private let groups: [Group]
    /// By codebook, stream, Gaussian, senone of the codebook, filled up to whole blocks.
    private let weights: [Block]

    private struct Group {
        let senones: [Int]
        let weights: Int
        let blocks: Int
    }

    /// The worst that the density of a Gaussian is taken for, measured from the best of its stream, in ``LogUnit``s.
    private static let floor: Int32 = 96
    private static let densities = (0...Int(floor)).map { Float(exp(-LogUnit.nats * Double($0))) }

    /// - Parameters:
    ///   - folder: of a model.
    ///   - best: Gaussians of each codebook and stream that are summed up.
    /// - Throws: ``ParameterError`` if a file is missing, damaged or of a model of another kind.
    public init(folder: String, best: Int) throws(ParameterError) {
        func read(_ name: String) throws(ParameterError) -> (bytes: [UInt8], file: String) {
            let file = "\(folder)/\(name)"
            return (try FileBytes.read(file), file)
        }
        func gaussians(_ name: String) throws(ParameterError) -> GaussianParameters {
            let (bytes, file) = try read(name)
            return try GaussianParameters(try S3File(parsing: bytes, file: file), file: file)
        }
        let means = try gaussians("means")
        let variances = try gaussians("variances")
        let definition = try read("mdef")
        let weights: SenoneDump
        if access("\(folder)/sendump", R_OK) == 0 {
            let (bytes, file) = try read("sendump")
            weights = try SenoneDump(parsing: bytes, file: file, streams: means.lengths.count)
        } else {
            let (bytes, file) = try read("mixture_weights")
            weights = try SenoneDump(mixtureWeights: try S3File(parsing: bytes, file: file), file: file)
        }
        try self.init(
            means: means, variances: variances,
            definition: ModelDefinition(parsing: definition.bytes, file: definition.file), weights: weights, best: best)
    }

    /// - Throws: ``ParameterError`` if they are not of one model with one codebook a phone.
    public init(
        means: GaussianParameters, variances: GaussianParameters, definition: ModelDefinition, weights: SenoneDump,
        best: Int
    ) throws(ParameterError) {
        guard variances.lengths == means.lengths, variances.gaussians == means.gaussians,
            variances.codebooks == means.codebooks, definition.phones == means.codebooks,
            weights.senones == definition.phoneOfSenone.count, weights.gaussians == means.gaussians,
            weights.streams == means.lengths.count
        else { throw ParameterError("the model", "it does not have one codebook for each phone") }
        codebooks = Codebooks(means: means, variances: variances)
        senones = weights.senones
        dimensions = means.lengths.reduce(0, +)
        self.best = min(max(best, 1), means.gaussians)
        (groups, self.weights) = Self.arrange(weights, by: definition)
    }

    private static func arrange(_ dump: SenoneDump, by definition: ModelDefinition) -> ([Group], [Block]) {
        var members = [[Int]](repeating: [], count: definition.phones)
        for (senone, phone) in definition.phoneOfSenone.enumerated() { members[phone].append(senone) }
        var groups: [Group] = []
        var size = 0
        for senones in members {
            let blocks = (senones.count + Block.scalarCount - 1) / Block.scalarCount
            groups.append(Group(senones: senones, weights: size, blocks: blocks))
            size += blocks * dump.gaussians * dump.streams
        }
        let weights = [Block](unsafeUninitializedCapacity: size) { weights, count in
            count = size
            weights.initialize(repeating: .zero)
            weights.withMemoryRebound(to: Float.self) { weights in
                for group in groups {
                    for row in 0..<dump.streams * dump.gaussians {
                        let start = (group.weights + row * group.blocks) * Block.scalarCount
                        let source = row * dump.senones
                        for (place, senone) in group.senones.enumerated() {
                            weights[start + place] = SenoneDump.weights[Int(dump.steps[source + senone])]
                        }
                    }
                }
            }
        }
        return (groups, weights)
    }

    /// Works out how much worse each frame fits each senone than the best of that frame.
    ///
    /// - Parameters:
    ///   - features: of all frames, each ``dimensions`` numbers.
    ///   - scores: for each frame the number of senones, and the score of each of them, in steps of a logarithm; as the
    ///     decoder takes them.
    public func score(_ features: Span<Float>, into scores: UnsafeMutableBufferPointer<Int16>) {
        let frames = features.count / dimensions
        precondition(scores.count >= frames * (senones + 1))
        // No frame needs another one, so each processor takes some; fewer than these are not worth waking one.
        let parts = max(1, min(Self.processors, frames / Self.leastFrames))
        features.withUnsafeBufferPointer { features in
            let work = Work(features: features.baseAddress, scores: scores.baseAddress)
            DispatchQueue.concurrentPerform(iterations: parts) { part in
                score(work, frames: frames * part / parts..<frames * (part + 1) / parts)
            }
        }
    }

    private static let processors = Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    private static let leastFrames = 20

    private func score(_ work: Work, frames: Range<Int>) {
        guard let features = work.features, let scores = work.scores else { return }
        let room = Room(of: self)
        defer { room.deallocate() }
        for frame in frames {
            let row = scores + frame * (senones + 1)
            row[0] = Int16(senones)
            score(features + frame * dimensions, into: row + 1, room, isFirst: frame == frames.lowerBound)
        }
    }

    /// Unchecked because of the pointers: each part of the work reads features that nobody changes, and writes other
    /// scores than all others.
    private struct Work: @unchecked Sendable {
        let features: UnsafePointer<Float>?
        let scores: UnsafeMutablePointer<Int16>?
    }

    private func score(
        _ features: UnsafePointer<Float>, into scores: UnsafeMutablePointer<Int16>, _ room: Room,
        isFirst: Bool
    ) {
        codebooks.densities(of: features, into: room.densities)
        findBest(room, isFirst: isFirst)
        let streams = codebooks.lengths.count
        let best = best
        var place = 0
        var leastCost = Block(repeating: .greatestFiniteMagnitude)
        weights.withUnsafeBufferPointer { weights in
            for (index, group) in groups.enumerated() {
                let entries = room.best + index * streams * best
                for block in 0..<group.blocks {
                    var product = Block(repeating: 1)
                    for stream in 0..<streams {
                        var sum = Block.zero
                        let rows =
                            weights.baseAddress! + group.weights
                            + stream * codebooks.gaussians * group.blocks + block
                        for entry in stream * best..<(stream + 1) * best {
                            sum += entries[entry].density * rows[Int(entries[entry].gaussian) * group.blocks]
                        }
                        product *= sum
                    }
                    let cost = Self.cost(of: product)
                    room.costs[place] = cost
                    // What only fills up the block fits worst of all.
                    leastCost.replace(with: cost, where: cost .< leastCost)
                    place += 1
                }
            }
        }
        let least = leastCost.min()
        room.costs.withMemoryRebound(to: Float.self, capacity: place * Block.scalarCount) { costs in
            var start = 0
            for group in groups {
                for (place, senone) in group.senones.enumerated() {
                    scores[senone] = Int16(min(Float(Int16.max), costs[start + place] - least + 0.5))
                }
                start += group.blocks * Block.scalarCount
            }
        }
    }

    /// Of each codebook and stream the best Gaussians, and their densities measured from the best of the stream.
    private func findBest(_ room: Room, isFirst: Bool) {
        let streams = codebooks.lengths.count
        for stream in 0..<streams {
            var top = Int32.min
            for codebook in groups.indices {
                let row = codebook * streams + stream
                let entries = room.best + row * best
                findBest(room.densities + row * codebooks.blocks, into: entries, isFirst: isFirst)
                top = max(top, entries[0].step)
            }
            for codebook in groups.indices {
                let entries = room.best + (codebook * streams + stream) * best
                for entry in 0..<best {
                    entries[entry].density = Self.densities[Int(min(top - entries[entry].step, Self.floor))]
                }
            }
        }
    }

    /// - Parameter entries: the best of the frame before, which mostly are among the best again: so few others have to
    ///   be looked at.
    private func findBest(
        _ densities: UnsafePointer<Block>, into entries: UnsafeMutablePointer<Entry>, isFirst: Bool
    ) {
        let levels = UnsafeRawPointer(densities).assumingMemoryBound(to: Float.self)
        var least = Float.greatestFiniteMagnitude
        for entry in 0..<best {
            least = isFirst ? -.greatestFiniteMagnitude : min(least, levels[Int(entries[entry].gaussian)])
            entries[entry] = Entry(level: -.greatestFiniteMagnitude)
        }
        for block in 0..<codebooks.blocks where any(densities[block] .>= least) {
            for gaussian in block * Block.scalarCount..<min((block + 1) * Block.scalarCount, codebooks.gaussians) {
                let level = levels[gaussian]
                guard level >= least, level > entries[best - 1].level else { continue }
                var entry = best - 1
                while entry > 0, entries[entry - 1].level < level {
                    entries[entry] = entries[entry - 1]
                    entry -= 1
                }
                entries[entry] = Entry(level: level, gaussian: Int32(gaussian))
            }
        }
    }

    /// `−ln(value)` in ``LogUnit``s, to a hundredth of one: the exponent, and a polynomial for the rest.
    private static func cost(of value: Block) -> Block {
        let bits = unsafeBitCast(
            value.replacing(with: Float.leastNormalMagnitude, where: value .< Float.leastNormalMagnitude),
            to: SIMD8<UInt32>.self)
        let exponent = Block(SIMD8<Int32>(truncatingIfNeeded: bits &>> 23) &- 127)
        let mantissa = unsafeBitCast(bits & 0x007f_ffff | 0x3f80_0000, to: Block.self)
        var log2 = mantissa * -0.081_615_808 + 0.645_142_8
        log2 = mantissa * log2 - 2.120_675_5
        log2 = mantissa * log2 + 4.070_090_3
        log2 = mantissa * log2 - 2.512_854_4
        return (exponent + log2) * Float(-M_LN2 / LogUnit.nats)
    }

    private struct Entry {
        var level: Float
        var gaussian: Int32 = 0
        var density: Float = 0

        var step: Int32 { Int32(max(level.rounded(.down), -1e9)) }
    }

    /// What the sums of a frame are made in.
    private struct Room {
        let densities: UnsafeMutablePointer<Block>
        let best: UnsafeMutablePointer<Entry>
        let costs: UnsafeMutablePointer<Block>

        init(of scorer: SenoneScorer) {
            let rows = scorer.codebooks.codebooks * scorer.codebooks.lengths.count
            densities = .allocate(capacity: rows * scorer.codebooks.blocks)
            best = .allocate(capacity: rows * scorer.best)
            costs = .allocate(capacity: scorer.groups.reduce(0) { $0 + $1.blocks })
        }

        func deallocate() {
            densities.deallocate()
            best.deallocate()
            costs.deallocate()
        }
    }
}
