extension Transcript {
    /// Something that may have been said.
    public struct Alternative: Equatable, Sendable {
        public var text: String
        /// The higher the likelier; what it is measured in is the model's own.
        public var score: Double

        public init(text: String, score: Double) {
            self.text = text
            self.score = score
        }
    }
}

extension Transcript.Alternative {
    init?(_ value: EventValue) {
        guard let fields = value.object, let text = fields["text"]?.string, let score = fields["score"]?.number else {
            return nil
        }
        self.init(text: text, score: score)
    }

    var value: EventValue { .object(["text": .string(text), "score": .number(score)]) }
}
