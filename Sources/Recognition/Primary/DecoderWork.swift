internal import Audio
internal import PocketSphinxDecoder

/// What the decoder is to do next for the source that is being heard.
enum DecoderWork: Sendable {
    /// An utterance began; this has been heard of it.
    case begin([Int16])
    /// It went on.
    case proceed([Int16], wantsPartial: Bool)
    /// This may be all of it.
    case decide(EndpointerEvent.Extent, [Int16])

    /// Nobody is speaking, and another decoder takes over.
    case replace(Succession.Successor)

    /// How long the sound lasts that has to be gone through.
    var length: Duration {
        switch self {
        case .replace: .zero
        case .begin(let samples), .proceed(let samples, _), .decide(_, let samples):
            AudioFormat.duration(ofSamples: samples.count)
        }
    }
}

/// What came of a ``DecoderWork``.
enum DecoderResult: Sendable {
    case done
    case partial(String)
    case decided(WeighedHypothesis?)
    case failed(DecoderError)
}
