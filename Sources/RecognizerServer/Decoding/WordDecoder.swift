internal import PocketSphinxDecoder
internal import SpeechEmbedding
internal import WordPrototypes

/// The engine `embedding`: which word an utterance is most like.
struct WordDecoder: ~Copyable {
    private let settings: WordDecoderSettings
    private var embedder: SpeechEmbedder

    init(_ settings: WordDecoderSettings) throws(DecoderError) {
        self.settings = settings
        guard settings.prototypes.mean.count == SpeechEmbedder.count else {
            throw DecoderError(
                .decoding, "cannot use the prototypes",
                reason: "they are made for \(settings.prototypes.mean.count) features, not \(SpeechEmbedder.count)")
        }
        do {
            embedder = try SpeechEmbedder(settings.files)
        } catch {
            throw DecoderError(.decoding, error.what, reason: error.reason)
        }
    }
}

extension WordDecoder: UtteranceDecoder {
    mutating func listen(to samples: Span<Int16>) throws(DecoderError) -> Decoding {
        do {
            let features = try embedder.features(of: samples)
            let words = settings.prototypes.scores(of: features, among: settings.candidates.contains)
            return Decoding(words: words, leastScore: settings.prototypes.leastScore)
        } catch {
            throw DecoderError(.decoding, error.what, reason: error.reason)
        }
    }
}
