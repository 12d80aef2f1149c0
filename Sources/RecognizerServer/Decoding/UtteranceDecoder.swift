internal import PocketSphinxDecoder

/// What an engine does on its thread.
protocol UtteranceDecoder: ~Copyable {
    /// What was said in a whole utterance; its time is the caller's to measure.
    ///
    /// - Throws: after that it is in an unknown state.
    mutating func listen(to samples: Span<Int16>) throws(DecoderError) -> Decoding
}

extension Decoder: UtteranceDecoder {
    mutating func listen(to samples: Span<Int16>) throws(DecoderError) -> Decoding {
        Decoding(hypothesis: try decode(samples))
    }
}
