public import Audio
public import Recognition

/// A line of words, and where it came from: the one thing that all sources deliver.
public struct Heard: Sendable {
    public internal(set) var text: String
    /// The sentence at the beginning of the text that has been obeyed already; `nil` if none has.
    public internal(set) var continues: String?
    public let origin: Origin
    /// Where it was said, in seconds from the start of the source; `nil` when typed.
    public let span: Span?
    /// What turned sound into words.
    public let engine: Engine
    /// Share of the speech that the recognised words fill, 0 to 1; 1 when typed.
    public internal(set) var coverage: Double
    /// How sure it is that this was said; `nil` when typed, and for a recogniser that cannot tell.
    public var certainty: Certainty?
    /// How good the sound was; `nil` when typed.
    public var sound: SoundQuality?
    /// From the end of the speech to the words being known.
    public let latency: Duration
    /// The part of it that was spent waiting whether the speaker goes on, and the part that was spent decoding after that.
    public let stages: Stages?
    /// Why it cannot be decided on, whatever its words; `nil` when it can.
    public internal(set) var problem: String?

    public init(
        text: String, origin: Origin, span: Span? = nil, engine: Engine = .typed, coverage: Double = 1,
        latency: Duration = .zero, stages: Stages? = nil
    ) {
        self.text = text
        self.origin = origin
        self.span = span
        self.engine = engine
        self.coverage = coverage
        self.latency = latency
        self.stages = stages
    }

    /// 0 to 1: how sure it is that this was said, or what comes nearest to that.
    public var confidence: Double { certainty?.probability ?? coverage }

    public enum Origin: Sendable, Equatable {
        case typed
        case recording(path: String)
        case microphone(name: String)
    }

    public enum Engine: String, Sendable {
        case typed
        case primary
        /// A program of its own, since the primary recogniser had failed.
        case fallback
    }

    public struct Stages: Sendable, Equatable {
        public let endpoint: Duration
        public let decode: Duration

        public init(endpoint: Duration, decode: Duration) {
            self.endpoint = endpoint
            self.decode = decode
        }
    }

    public struct Span: Sendable, Equatable {
        public let start: Double
        public let end: Double

        public init(start: Double, end: Double) {
            self.start = start
            self.end = end
        }

        public var length: Double { end - start }
    }
}
