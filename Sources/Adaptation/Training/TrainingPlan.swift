public import AcousticModel

/// What a model is made from, and for what.
public struct TrainingPlan: Sendable {
    /// Folder of the model that is adapted.
    public var base: String
    /// The model that is in use now and that the new one would replace, if it is not the base.
    public var current: StoredModel?
    /// As the decoder takes them: JSGF, and how its words are pronounced.
    public var grammar: String
    public var dictionary: String
    /// All words that can be said in it.
    public var vocabulary: Set<String>
    /// Among which the held-back clips choose.
    public var methods: [AdaptationMethod]
    /// Programs and decoders at work at a time.
    public var jobs: Int
    /// Whether the sentence `text` does what is said in the clip of this index.
    public var isRight: @Sendable (_ clip: Int, _ text: String) -> Bool

    public init(
        base: String, grammar: String, dictionary: String, vocabulary: Set<String>,
        methods: [AdaptationMethod] = [.mllr, .mllrThenMAP], jobs: Int = 2,
        isRight: @escaping @Sendable (Int, String) -> Bool
    ) {
        self.base = base
        self.grammar = grammar
        self.dictionary = dictionary
        self.vocabulary = vocabulary
        self.methods = methods
        self.jobs = jobs
        self.isRight = isRight
    }
}
