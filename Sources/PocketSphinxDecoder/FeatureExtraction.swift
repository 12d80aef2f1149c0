internal import CPocketSphinx

/// The features of whole utterances, as a decoder makes them.
struct FeatureExtraction {
    private let cepstra: OpaquePointer
    private let features: UnsafeMutablePointer<feat_t>

    /// - Parameter decoder: one that is given no sound itself; must outlive this value.
    init(of decoder: OpaquePointer) {
        cepstra = ps_get_fe(decoder)
        features = ps_get_feat(decoder)
        features.pointee.cmn = CMN_BATCH
    }

    /// - Returns: those of all frames, one after the other; loudness and noise are taken from this very utterance.
    func of(_ utterance: Span<Int16>) throws(DecoderError) -> [Float] {
        fe_start_stream(cepstra)
        fe_start_utt(cepstra)
        var samplesLeft = utterance.count
        var frames: Int32 = 0
        // Without room for them it only counts the frames.
        fe_process_frames(cepstra, nil, &samplesLeft, nil, &frames, nil)
        let length = Int(fe_get_output_size(cepstra))
        // One more is made of what is left at the end.
        let values = UnsafeMutablePointer<mfcc_t>.allocate(capacity: (Int(frames) + 1) * length)
        defer { values.deallocate() }
        var rows = (0...Int(frames)).map { Optional(values + $0 * length) }
        var last: Int32 = 0
        let isDone = utterance.withUnsafeBufferPointer { samples in
            var next = samples.baseAddress
            samplesLeft = samples.count
            return fe_process_frames(cepstra, &next, &samplesLeft, &rows, &frames, nil) >= 0
                && fe_end_utt(cepstra, rows[Int(frames)], &last) >= 0
        }
        guard isDone else { throw DecoderLoading.failure(.decoding, "cannot decode") }
        return withDynamics(&rows, count: frames + last)
    }

    private func withDynamics(_ cepstra: inout [UnsafeMutablePointer<mfcc_t>?], count: Int32) -> [Float] {
        guard count > 0, let table = feat_array_alloc(features, count) else { return [] }
        defer { feat_array_free(table) }
        var read = count
        let frames = feat_s2mfc2feat_live(features, &cepstra, &read, 1, 1, table)
        guard frames > 0, let first = table[0]?[0] else { return [] }
        // The rows of the table lie one after the other.
        return Array(UnsafeBufferPointer(start: first, count: Int(frames) * Int(features.pointee.out_dim)))
    }
}
