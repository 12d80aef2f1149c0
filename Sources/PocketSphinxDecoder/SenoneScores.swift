internal import AcousticModel
internal import CPocketSphinx
internal import Glibc

/// How well each frame of one utterance fits each senone of the model.
///
/// The library takes them from a file only, so this is one, be it in memory.
struct SenoneScores: ~Copyable {
    private let file: UnsafeMutablePointer<FILE>
    private let memory: UnsafeMutableRawBufferPointer?

    /// Those that the library wrote.
    ///
    /// - Parameter file: is closed with this value.
    init(_ file: UnsafeMutablePointer<FILE>) {
        self.file = file
        memory = nil
    }

    deinit {
        fclose(file)
        memory?.deallocate()
    }

    /// - Parameter decoder: that will search in them.
    init(_ features: [Float], by scorer: SenoneScorer, for decoder: OpaquePointer) throws(DecoderError) {
        let header = Self.header(senones: scorer.senones, for: decoder)
        let frames = features.count / scorer.dimensions
        // Before the scores of a frame stands how many there are.
        let rowSize = (scorer.senones + 1) * MemoryLayout<Int16>.size
        // The scores are numbers of two bytes, so they begin at an even place.
        let start = header.count % 2
        let memory = UnsafeMutableRawBufferPointer.allocate(
            byteCount: start + header.count + frames * rowSize, alignment: 2)
        UnsafeMutableRawBufferPointer(rebasing: memory[start...]).copyBytes(from: header)
        let rows = UnsafeMutableRawBufferPointer(rebasing: memory[(start + header.count)...])
        scorer.score(features.span, into: rows.bindMemory(to: Int16.self))
        guard let file = fmemopen(memory.baseAddress! + start, memory.count - start, "rb") else {
            memory.deallocate()
            throw DecoderError(.decoding, "cannot compare", reason: String(cString: strerror(errno)))
        }
        self.file = file
        self.memory = memory
    }

    /// As `acmod_write_senfh_header` writes it.
    private static func header(senones: Int, for decoder: OpaquePointer) -> [UInt8] {
        let base = logmath_get_base(ps_get_logmath(decoder))
        let text = "s3\nversion 0.1\nn_sen \(senones)\nlogbase \(base)\nendhdr\n"
        var mark: UInt32 = 0x1122_3344
        return Array(text.utf8) + withUnsafeBytes(of: &mark) { Array($0) }
    }

    /// Runs the search that is set over them.
    ///
    /// - Parameter decoder: of the same model, which has never been given any sound: it would crash then.
    /// - Returns: the number of frames.
    borrowing func search(with decoder: OpaquePointer) throws(DecoderError) -> Int {
        rewind(file)
        let frames = ps_decode_senscr(decoder, file)
        guard frames >= 0 else { throw DecoderLoading.failure(.decoding, "cannot compare") }
        return Int(frames)
    }
}
