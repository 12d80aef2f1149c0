/// What the sound said.
///
/// Everything but text and language is an addition of ours that other programs neither send nor look at.
public struct Transcript: Message {
    public static let type = "transcript"

    /// Empty when nothing was understood.
    public var text: String
    public var language: String?
    /// The model that listened.
    public var engine: String?
    /// The words of ``text`` with their times; empty when the recogniser does not tell.
    public var words: [Word]
    /// What else it may have been, and ``text`` itself, best first; empty when the recogniser does not tell.
    public var alternatives: [Alternative]
    /// Logarithm of the likelihood; only comparable within one utterance.
    public var score: Int?
    /// How long the recogniser worked on the sound, in seconds.
    public var decodeTime: Double?

    public init(
        text: String, language: String? = nil, engine: String? = nil, words: [Word] = [],
        alternatives: [Alternative] = [], score: Int? = nil, decodeTime: Double? = nil
    ) {
        self.text = text
        self.language = language
        self.engine = engine
        self.words = words
        self.alternatives = alternatives
        self.score = score
        self.decodeTime = decodeTime
    }

    /// Additions that are not what we would have sent are somebody else's, and left out.
    public init(_ event: Event) throws(MessageError) {
        self.init(
            text: try event.requiredString("text"), language: try event.optionalString("language"),
            engine: event.data["engine"]?.string, words: (event.data["words"]?.array ?? []).compactMap(Word.init),
            alternatives: (event.data["alternatives"]?.array ?? []).compactMap(Alternative.init),
            score: event.data["score"]?.integer, decodeTime: event.data["decode_time"]?.number)
    }

    public var event: Event {
        Event(
            type: Self.type,
            data: [String: EventValue](present: [
                "text": .string(text), "language": language.map { .string($0) }, "engine": engine.map { .string($0) },
                "words": words.isEmpty ? nil : .array(words.map(\.value)),
                "alternatives": alternatives.isEmpty ? nil : .array(alternatives.map(\.value)),
                "score": score.map { .integer($0) },
                "decode_time": decodeTime.map { .number($0) },
            ]))
    }
}
