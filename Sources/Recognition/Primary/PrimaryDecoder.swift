internal import Audio
internal import PocketSphinxDecoder
internal import RealtimeQueue

/// The decoder with what it takes to have another one after it has failed. Stays on its thread.
struct PrimaryDecoder: ~Copyable {
    private var settings: RecognizerSettings
    private let faults: RehearsedFaults
    private let refusal: DecoderError?
    private var decoder: Decoder?

    /// - Parameters:
    ///   - decoder: `nil` to load it when the first utterance comes.
    ///   - refusal: every decision ends with it, and no decoder is loaded.
    init(
        _ decoder: consuming Decoder?, settings: RecognizerSettings, faults: RehearsedFaults,
        refusal: DecoderError? = nil
    ) {
        self.decoder = decoder
        self.refusal = refusal
        self.settings = settings
        self.faults = faults
    }

    /// Each source is independent of those before it.
    mutating func startOver() {
        decoder?.startOver()
        faults.startOver()
    }

    mutating func perform(_ work: DecoderWork) -> DecoderResult {
        do throws(DecoderError) {
            return try attempt(work)
        } catch {
            // Its state is unknown after that: the next utterance gets a new one.
            decoder = nil
            return .failed(error)
        }
    }

    private mutating func attempt(_ work: DecoderWork) throws(DecoderError) -> DecoderResult {
        if let refusal {
            if case .decide = work { throw refusal }
            return .done
        }
        switch work {
        case .begin(let samples):
            try openIfNeeded()
            try decoder?.begin()
            try decoder?.process(samples.span)
            return .done
        case .proceed(let samples, let wantsPartial):
            // After a failure there is nothing to go on with; the decision is made on the whole utterance anyway.
            guard decoder != nil else { return .done }
            try decoder?.process(samples.span)
            return wantsPartial ? .partial(decoder?.partialText() ?? "") : .done
        case .replace(let successor):
            settings = successor.settings
            decoder = successor.decoder.take()
            return .done
        case .decide(let extent, let samples):
            if let error = faults.before(decisionOn: extent.start) { throw error }
            try openIfNeeded()
            return .decided(try decide(on: samples))
        }
    }

    private mutating func decide(on samples: [Int16]) throws(DecoderError) -> WeighedHypothesis? {
        let settings = settings
        let weighed = try decoder?.weigh(
            samples.span, meansTheSame: settings.meansTheSame)
        guard let weighed = weighed ?? nil else { return nil }
        var verdict = WeighedHypothesis(hypothesis: weighed.hypothesis)
        if let model = settings.confidence, let evidence = weighed.evidence {
            verdict.certainty = Certainty(evidence, by: model, caution: settings.caution)
        }
        return verdict
    }

    private mutating func openIfNeeded() throws(DecoderError) {
        guard decoder == nil else { return }
        decoder = try Decoder(settings.decoder)
    }
}
