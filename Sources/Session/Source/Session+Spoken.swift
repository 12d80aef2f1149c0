public import Audio
import PocketSphinxDecoder
public import Recognition

extension Session {
    /// Obeys everything that is said in one source, until it ends or the task is cancelled.
    ///
    /// - Returns: how the source ended, and how many utterances it held; `nil` after cancellation.
    public func obey(
        _ events: AsyncStream<RecognitionEvent>, from origin: Heard.Origin
    ) async -> (outcome: SourceOutcome, utterances: Int)? {
        var utterances = 0
        for await event in events {
            switch event {
            case .listening: break
            case .level(let level, let isSpeech):
                note(.level(decibels: Float(level.rms), isSpeech: isSpeech))
            case .speechStarted(let at): note(.speechStarted(at: at))
            case .partial(let text): note(.partial(text))
            case .utterance(let recognized):
                utterances += 1
                await obey(Heard(recognized, origin: origin))
            case .dropped(let samples): noteDropped(samples: samples)
            case .overrun(let count): noteOverruns(count)
            case .decoderFailed(let error): note(.warning("the recogniser failed on one utterance: \(error)"))
            case .ended(let outcome): return (outcome, utterances)
            }
        }
        return nil
    }
}

extension Heard {
    /// What the primary recogniser made of an utterance; empty text if nothing in the grammar fits.
    init(_ recognized: RecognizedUtterance, origin: Origin) {
        self.init(
            text: recognized.hypothesis?.text ?? "",
            origin: origin,
            span: Span(start: recognized.start, end: recognized.end),
            engine: .primary,
            coverage: Self.coverage(recognized),
            latency: recognized.latency,
            stages: Stages(endpoint: recognized.endpointDelay, decode: recognized.decodeTime))
        certainty = recognized.certainty
        sound = SoundQuality(of: recognized.utterance.samples.span)
    }

    /// Share of the utterance between its first and last word that the words themselves fill.
    private static func coverage(_ recognized: RecognizedUtterance) -> Double {
        guard let words = recognized.hypothesis?.words, !words.isEmpty else { return 0 }
        let length = recognized.end - recognized.start
        guard length > 0 else { return 0 }
        return min(1, words.reduce(0) { $0 + $1.end - $1.start } / length)
    }
}
