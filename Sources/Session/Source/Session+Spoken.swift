public import Audio
import PocketSphinxDecoder
public import Recognition

extension Session {
    /// Obeys everything that is said in one source, until it ends or the task is cancelled.
    ///
    /// - Parameter watch: sees every event before it is followed.
    /// - Returns: how the source ended, and how many utterances it held; `nil` after cancellation.
    public func obey(
        _ events: AsyncStream<RecognitionEvent>, from origin: Heard.Origin, through ear: Ear,
        watch: (@Sendable (RecognitionEvent) -> Void)? = nil
    ) async -> (outcome: SourceOutcome, utterances: Int)? {
        if ear.fallback == nil { ladder.fallbackGaveUp("none was wanted") }
        var utterances = 0
        var isObeyed = false
        for await event in events {
            watch?(event)
            switch event {
            case .listening, .traced: break
            case .level(let level, let isSpeech):
                note(.level(decibels: Float(level.rms), isSpeech: isSpeech))
            case .speechStarted(let at): note(.speechStarted(at: at))
            case .partial(let text): note(.partial(text))
            case .utterance(let recognized):
                utterances += 1
                var heard = await hear(recognized, from: origin, through: ear)
                // What was refused is no beginning to go on from.
                if !isObeyed { heard.continues = nil }
                isObeyed = await obey(heard).decision.isAccepted
            case .decoderReplaced(let number): await useVocabulary(number, through: ear)
            case .dropped(let samples): noteDropped(samples: samples)
            case .overrun(let count): noteOverruns(count)
            case .decoderFailed(let error): primaryFailed("\(error)")
            case .decoderRecovered: primaryRecovered()
            case .decoderGivenUp(let hung): primaryGivenUp(hung: hung)
            case .ended(let outcome): return (outcome, utterances)
            }
        }
        return nil
    }
}
