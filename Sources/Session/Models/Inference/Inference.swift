/// What one engine makes of one recording.
public struct Inference: Sendable {
    /// Of the engine.
    public let engine: String
    /// Why it says nothing; `nil` when it does.
    public let problem: String?
    public let guesses: [Guess]

    /// What was heard in one stretch of it.
    public struct Guess: Sendable {
        public let text: String
        /// Seconds in the recording; `nil` for one that tells no times.
        public let span: Heard.Span?
        /// 0 to 1: how sure the engine is; `nil` for one that cannot tell.
        public let confidence: Double?
        /// How well it fits, for a frame of 10 ms; comparable between engines that search with the same model.
        public let score: Double?
        /// Whether `listen` would obey it, and if not, why.
        public let isAccepted: Bool?
        public let reason: String?
        /// What it means: commands of the lights and other slots.
        public let meaning: String
    }
}
