import Audio
import PocketSphinxDecoder
import RealtimeQueue
import Recognition
import Wyoming

extension Session {
    /// What an utterance is taken for, by whoever is well.
    ///
    /// Returns without waiting for anybody unless the primary recogniser failed or is in doubt, or what it heard is as
    /// short as a word or two.
    func hear(_ recognized: RecognizedUtterance, from origin: Heard.Origin, through ear: Ear) async -> Heard {
        if let failure = recognized.failure { return await replace(recognized, origin, ear, after: failure) }
        let first = Heard(recognized, origin: origin)
        if let compared = await compare(first, recognized, ear) { return compared }
        // What will be refused anyway is not worth the time of another recogniser, which can only refuse it too.
        if let certainty = first.certainty, !certainty.suffices(for: certainty.caution) { return first }
        let opinion = Opinion(text: first.text, confidence: first.confidence)
        guard let fallback = ear.fallback, ear.asksInDoubt, ear.policy.doubt(about: opinion) != nil else {
            return first
        }
        let answer = await fallback.answer(
            to: recognized.utterance.samples, with: ear.engineInDoubt, within: ear.policy.budget)
        var heard = Heard(recognized, origin: origin, decidedAt: .now)
        guard case .heard(let transcript) = answer else { return heard }
        tally.secondOpinions += 1
        switch ear.policy.verdict(on: opinion, transcript.text) {
        case .keep: break
        case .replace(let text): heard.text = text
        case .refuse(let reason): heard.problem = reason
        }
        return heard
    }

    /// The fallback's answer in the place of the one that the primary recogniser could not give.
    private func replace(
        _ recognized: RecognizedUtterance, _ origin: Heard.Origin, _ ear: Ear, after failure: DecoderError
    ) async -> Heard {
        let reason: String
        if let fallback = ear.fallback {
            switch await fallback.answer(to: recognized.utterance.samples, with: ear.engineAfterFailure) {
            case .heard(let transcript):
                tally.heardByFallback += 1
                return Heard(recognized, transcript, origin: origin, decidedAt: .now)
            case .failed(let words): reason = words
            }
        } else {
            reason = "there is no fallback"
        }
        var heard = Heard(recognized, origin: origin, decidedAt: .now)
        heard.problem = "\(failure), and \(reason)"
        return heard
    }
}

extension Heard {
    /// What the primary recogniser made of an utterance; empty text if nothing in the grammar fits.
    ///
    /// - Parameter decidedAt: when all was known, if that was not when its decoder was done.
    init(_ recognized: RecognizedUtterance, origin: Origin, decidedAt: HostTime? = nil) {
        let words = recognized.hypothesis?.words.map { $0.end - $0.start } ?? []
        self.init(
            recognized, text: recognized.hypothesis?.text ?? "", engine: .primary, words: words, origin: origin,
            decidedAt: decidedAt ?? recognized.decodedAt)
        certainty = recognized.certainty
    }

    /// What the fallback made of it. Without the times of its words it is believed.
    init(_ recognized: RecognizedUtterance, _ transcript: Transcript, origin: Origin, decidedAt: HostTime) {
        let words = transcript.words.map { $0.end - $0.start }
        self.init(
            recognized, text: transcript.text, engine: .fallback, words: words, origin: origin, decidedAt: decidedAt)
        if words.isEmpty, !transcript.text.isEmpty { coverage = 1 }
    }

    /// - Parameter words: how long each of them lasts, in seconds.
    private init(
        _ recognized: RecognizedUtterance, text: String, engine: Engine, words: [Double], origin: Origin,
        decidedAt: HostTime
    ) {
        let length = recognized.end - recognized.start
        let more = decidedAt - recognized.decodedAt
        self.init(
            text: text, origin: origin, span: Span(start: recognized.start, end: recognized.end), engine: engine,
            // Share of the utterance between its first and last word that the words themselves fill.
            coverage: length > 0 ? min(1, max(0, words.reduce(0, +) / length)) : 0,
            latency: recognized.latency + more,
            stages: Stages(endpoint: recognized.endpointDelay, decode: recognized.decodeTime + more))
        continues = recognized.continues
        sound = SoundQuality(of: recognized.utterance.samples.span)
    }
}
