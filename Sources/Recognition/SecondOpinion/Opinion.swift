/// What a recogniser takes an utterance for, and how sure it is: all that the policy looks at.
public struct Opinion: Equatable, Sendable {
    public var text: String
    /// 0 to 1.
    public var confidence: Double
    /// The next best sentence, if the recogniser tells.
    public var runnerUp: RunnerUp?

    public init(text: String, confidence: Double, runnerUp: RunnerUp? = nil) {
        self.text = text
        self.confidence = confidence
        self.runnerUp = runnerUp
    }

    public struct RunnerUp: Equatable, Sendable {
        public var text: String
        /// How much less sure the recogniser is of it: 0 for a tie, 1 when it is out of the question.
        public var distance: Double
        /// Whether it means the contrary: on and off, more and less.
        public var isOpposite: Bool

        public init(text: String, distance: Double, isOpposite: Bool) {
            self.text = text
            self.distance = distance
            self.isOpposite = isOpposite
        }
    }
}
