/// What happened while one recording was heard, ready to be drawn. Times are in seconds from its beginning.
public struct Trace: Sendable {
    public var title: String
    public var duration: Double
    /// The wave: the smallest and largest sample of each of many equal pieces, from -1 to 1.
    public var wave: [ClosedRange<Double>] = []
    /// One for every 10 ms.
    public var frames: [Frame] = []
    public var utterances: [Utterance] = []

    public init(title: String, duration: Double) {
        self.title = title
        self.duration = duration
    }

    /// What the endpointer made of 10 ms. Levels are in decibels relative to full scale.
    public struct Frame: Equatable, Sendable {
        public var level: Double
        public var floor: Double
        public var threshold: Double
        public var isLoud: Bool
        public var phase: Phase

        public init(level: Double, floor: Double, threshold: Double, isLoud: Bool, phase: Phase) {
            self.level = level
            self.floor = floor
            self.threshold = threshold
            self.isLoud = isLoud
            self.phase = phase
        }
    }

    public enum Phase: Sendable {
        case silence, speech, pause
    }

    /// What was taken for one utterance, and what became of it.
    public struct Utterance: Equatable, Sendable {
        public var start: Double
        public var end: Double
        /// When its end was known.
        public var endedAt: Double
        /// Why it ended there, in words.
        public var cause: String
        public var words: [Word] = []
        /// The decision in words.
        public var decision: String
        public var isAccepted: Bool

        public init(
            start: Double, end: Double, endedAt: Double, cause: String, decision: String, isAccepted: Bool
        ) {
            self.start = start
            self.end = end
            self.endedAt = endedAt
            self.cause = cause
            self.decision = decision
            self.isAccepted = isAccepted
        }
    }

    public struct Word: Equatable, Sendable {
        public var text: String
        public var start: Double
        public var end: Double

        public init(_ text: String, start: Double, end: Double) {
            self.text = text
            self.start = start
            self.end = end
        }
    }
}
