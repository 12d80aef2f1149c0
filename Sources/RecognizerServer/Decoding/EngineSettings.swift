public import PocketSphinxDecoder

/// What the engines are made from.
public struct EngineSettings: Sendable {
    /// Used where `transcribe` names none, and loaded before the first client is heard.
    public var standard: Engine
    /// `nil` when there is no grammar to listen for.
    public var grammar: DecoderSettings?
    public var dictation: DecoderSettings

    public init(standard: Engine, grammar: DecoderSettings?, dictation: DecoderSettings) {
        self.standard = standard
        self.grammar = grammar
        self.dictation = dictation
    }

    /// Those that there are settings for, the standard one first.
    public var available: [Engine] {
        [standard] + Engine.allCases.filter { $0 != standard && ($0 != .grammar || grammar != nil) }
    }

    func decoder(for engine: Engine) -> DecoderSettings? {
        engine == .grammar ? grammar : dictation
    }
}
