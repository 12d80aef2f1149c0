internal import AcousticModel
internal import Audio
internal import CPocketSphinx

/// A loaded acoustic model and grammar, ready to decode one utterance at a time.
///
/// Not thread-safe, like the library beneath it; being `~Copyable`, it is on one thread at a time. An utterance is
/// ``begin()``, ``process(_:)`` as often as there are samples, ``finish()``.
public struct Decoder: ~Copyable {
    private let raw: OpaquePointer
    private let cepstralMean: CepstralMean
    private let rivals: RivalSearches?
    /// Scores the sound for all searches; `nil` for a model of another kind, which leaves that to the library.
    private let scorer: SenoneScorer?
    private let folder: SenoneFolder?
    private var scores: SenoneScores?
    private var isOpen = false

    /// Loads the model and compiles the grammar: some milliseconds with a small dictionary.
    ///
    /// - Throws: ``DecoderError`` of kind `model`, `dictionary`, `wordMissing` or `grammar`; nothing stays loaded.
    public init(_ settings: DecoderSettings) throws(DecoderError) {
        DecoderLog.begin()
        var rivals: RivalSearches?
        var scorer: SenoneScorer?
        var folder: SenoneFolder?
        if let words = settings.otherWords {
            scorer = try? SenoneScorer(folder: settings.acousticModel, best: settings.gaussians)
            rivals = try RivalSearches(settings, otherWords: words, decides: scorer != nil)
            if scorer == nil { folder = try SenoneFolder() }
        }
        let purpose: DecoderLoading.Purpose =
            if scorer != nil { .following } else if let folder { .weighing(folder: folder.path) } else { .hearing }
        raw = try DecoderLoading.load(settings, for: purpose)
        self.rivals = rivals
        self.scorer = scorer
        self.folder = folder
        cepstralMean = CepstralMean(of: raw)
    }

    deinit {
        ps_free(raw)
    }

    /// Starts an utterance; one that is still open is thrown away.
    public mutating func begin() throws(DecoderError) {
        if isOpen { _ = try finish() }
        DecoderLog.begin()
        if let folder {
            scores = folder.scores { ps_start_utt(raw) == 0 }
            isOpen = scores != nil
        } else {
            isOpen = ps_start_utt(raw) == 0
        }
        guard isOpen else { throw DecoderLoading.failure(.decoding, "cannot begin an utterance") }
    }

    /// Decodes the next samples of the utterance, in about a hundredth of the time they last.
    ///
    /// - Parameter samples: 16 kHz mono, any number.
    public mutating func process(_ samples: Span<Int16>) throws(DecoderError) {
        guard isOpen, samples.count > 0 else { return }
        // Given more at once, the library reads past the end of its ring of features once a long utterance has made it
        // larger, and crashes.
        var start = 0
        while start < samples.count {
            let count = min(AudioFormat.samplesPerFrame, samples.count - start)
            let frames = samples.withUnsafeBufferPointer { ps_process_raw(raw, $0.baseAddress! + start, count, 0, 0) }
            guard frames >= 0 else { throw DecoderLoading.failure(.decoding, "cannot decode") }
            start += count
        }
    }

    /// The best guess at the words so far; `nil` before the first. It may end in the middle of a sentence.
    public mutating func partialText() -> String? {
        guard isOpen, let text = ps_get_hyp(raw, nil) else { return nil }
        return text.pointee == 0 ? nil : String(cString: text)
    }

    /// Ends the utterance.
    ///
    /// - Returns: the best sentence of the grammar, or `nil` if none fits at all.
    public mutating func finish() throws(DecoderError) -> Hypothesis? {
        guard isOpen else { return nil }
        isOpen = false
        guard ps_end_utt(raw) == 0 else { throw DecoderLoading.failure(.decoding, "cannot end an utterance") }
        return Hypothesis(of: raw)
    }

    /// Decodes a whole utterance at once, which is more exact than piece by piece: loudness and noise are then taken
    /// from this very utterance. The same samples give the same hypothesis, whatever came before.
    ///
    /// - Returns: the best sentence of the grammar, or `nil` if none fits at all.
    public mutating func decode(_ utterance: Span<Int16>) throws(DecoderError) -> Hypothesis? {
        try begin()
        try processWhole(utterance)
        return try finish()
    }

    /// Decodes a whole utterance like ``decode(_:)``, and then again with rivals of the hypothesis, to know how much
    /// better it fits than they do. That takes some milliseconds more. Afterwards an utterance is open that goes
    /// on from there.
    ///
    /// - Parameters:
    ///   - meansTheSame: of two sentences of the grammar; a runner-up that means the same is none.
    /// - Returns: no evidence if the decoder was loaded without other words.
    public mutating func weigh(
        _ utterance: Span<Int16>, meansTheSame: (String, String) -> Bool
    ) throws(DecoderError) -> (hypothesis: Hypothesis, evidence: Evidence?)? {
        if let rivals, let scorer {
            let scores = try SenoneScores(rivals.features.of(utterance), by: scorer, for: rivals.decoder)
            guard let (hypothesis, own) = try rivals.hypothesis(over: scores) else { return nil }
            // The utterance that is being followed stays as it is: the searches have a decoder of their own.
            return (hypothesis, try rivals.compare(hypothesis, own, over: scores, meansTheSame: meansTheSame))
        }
        let heard = try decode(utterance)
        let own = Alignment(of: raw)
        let scores = scores.take()
        // The library writes out the last of the scores when the next utterance begins; it is this one again, that what
        // follows can go on from it.
        try begin()
        try process(utterance)
        guard let hypothesis = heard else { return nil }
        guard let rivals else { return (hypothesis, nil) }
        guard let scores else {
            throw DecoderError(.decoding, "cannot compare", reason: "the decoder kept no scores")
        }
        return (hypothesis, try rivals.compare(hypothesis, own, over: scores, meansTheSame: meansTheSame))
    }

    private func processWhole(_ utterance: Span<Int16>) throws(DecoderError) {
        ps_start_stream(raw)
        cepstralMean.useWholeUtterance()
        let frames = utterance.withUnsafeBufferPointer { ps_process_raw(raw, $0.baseAddress, $0.count, 0, 1) }
        guard frames >= 0 else { throw DecoderLoading.failure(.decoding, "cannot decode") }
    }

    /// Forgets what was learnt about the speaker's loudness and the room, as if just loaded.
    public mutating func startOver() {
        cepstralMean.restore()
        ps_start_stream(raw)
    }
}

/// Unchecked because of the pointers to the library's objects: these have one owner, and none is bound to a thread.
extension Decoder: @unchecked Sendable {}
