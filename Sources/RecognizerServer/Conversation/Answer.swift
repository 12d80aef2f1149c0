internal import PocketSphinxDecoder
internal import WordPrototypes
internal import Wyoming

/// What is sent when an utterance has been decoded.
enum Answer {
    /// - Returns: one transcript, or one error. A streaming transcript stands around it, as the protocol wants.
    static func events(to order: Order, _ result: Result<Decoding, DecoderError>) -> [Event] {
        switch result {
        case .failure(let error):
            return [Refusal(.decoder, "\(error)" + (error.hint.map { "; \($0)" } ?? "")).event]
        case .success(let decoding):
            let transcript = Transcript(decoding, by: order.engine)
            guard order.isStreaming else { return [transcript.event] }
            return [
                TranscriptStart(language: transcript.language).event, TranscriptChunk(text: transcript.text).event,
                transcript.event, TranscriptStop().event,
            ]
        }
    }
}

extension Transcript {
    fileprivate init(_ decoding: Decoding, by engine: Engine) {
        let hypothesis = decoding.hypothesis
        self.init(
            text: decoding.text, language: "en", engine: engine.rawValue,
            words: (hypothesis?.words ?? []).map { Word(text: $0.text, start: $0.start, end: $0.end, score: $0.score) },
            alternatives: decoding.words.map { Alternative(text: $0.text, score: $0.score) },
            score: hypothesis?.score, decodeTime: Double(decoding.time.attoseconds) / 1e18)
    }
}
