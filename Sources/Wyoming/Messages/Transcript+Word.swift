extension Transcript {
    /// One word and when it was said.
    public struct Word: Equatable, Sendable {
        public var text: String
        /// Seconds from the first sample of the utterance.
        public var start: Double
        public var end: Double
        /// Logarithm of the likelihood of its sound.
        public var score: Int?

        public init(text: String, start: Double, end: Double, score: Int? = nil) {
            self.text = text
            self.start = start
            self.end = end
            self.score = score
        }
    }
}

extension Transcript.Word {
    init?(_ value: EventValue) {
        guard let fields = value.object, let text = fields["text"]?.string, let start = fields["start"]?.number,
            let end = fields["end"]?.number
        else { return nil }
        self.init(text: text, start: start, end: end, score: fields["score"]?.integer)
    }

    var value: EventValue {
        .object(
            [String: EventValue](present: [
                "text": .string(text), "start": .number(start), "end": .number(end),
                "score": score.map { .integer($0) },
            ]))
    }
}
