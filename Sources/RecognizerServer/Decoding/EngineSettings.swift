public import PocketSphinxDecoder

/// What the engines are made from.
public struct EngineSettings: Sendable {
    /// Used where `transcribe` names none, and loaded before the first client is heard.
    public var standard: Engine
    /// `nil` when there is no grammar to listen for.
    public var grammar: DecoderSettings?
    public var dictation: DecoderSettings
    /// `nil` when there is none; loaded soon after the start, since whoever asks it is in a hurry.
    public var embedding: WordDecoderSettings?

    public init(
        standard: Engine, grammar: DecoderSettings?, dictation: DecoderSettings, embedding: WordDecoderSettings? = nil
    ) {
        self.standard = standard
        self.grammar = grammar
        self.dictation = dictation
        self.embedding = embedding
    }

    /// Those that there are settings for, the standard one first.
    public var available: [Engine] {
        [standard] + Engine.allCases.filter { $0 != standard && opening($0) != nil }
    }

    /// How to open an engine; `nil` when there are no settings for it.
    func opening(_ engine: Engine) -> EngineOpening? {
        switch engine {
        case .grammar: grammar.map { .sphinx($0) }
        case .dictation: .sphinx(dictation)
        case .embedding: embedding.map { .words($0) }
        }
    }
}

/// What an engine is opened with, on its thread.
enum EngineOpening: Sendable {
    case sphinx(DecoderSettings)
    case words(WordDecoderSettings)
}
