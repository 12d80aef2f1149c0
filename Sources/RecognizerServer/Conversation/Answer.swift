internal import PocketSphinxDecoder
internal import Wyoming

/// What is sent when an utterance has been decoded.
enum Answer {
    /// - Returns: one transcript, or one error. A streaming transcript stands around it, as the protocol wants.
    static func events(to order: Order, _ result: Result<Hypothesis?, DecoderError>) -> [Event] {
        switch result {
        case .failure(let error):
            return [Refusal(.decoder, "\(error)" + (error.hint.map { "; \($0)" } ?? "")).event]
        case .success(let hypothesis):
            let transcript = Transcript(hypothesis, by: order.engine)
            guard order.isStreaming else { return [transcript.event] }
            return [
                TranscriptStart(language: transcript.language).event, TranscriptChunk(text: transcript.text).event,
                transcript.event, TranscriptStop().event,
            ]
        }
    }
}

extension Transcript {
    fileprivate init(_ hypothesis: Hypothesis?, by engine: Engine) {
        self.init(
            text: hypothesis?.text ?? "", language: "en", engine: engine.rawValue,
            words: (hypothesis?.words ?? []).map { Word(text: $0.text, start: $0.start, end: $0.end, score: $0.score) },
            score: hypothesis?.score)
    }
}
