public import Audio
public import PocketSphinxDecoder

/// What a ``RecognizerThread`` is made from.
public struct RecognizerSettings: Sendable {
    public var decoder: DecoderSettings
    public var endpointer = EndpointerSettings()

    /// Whether nothing can follow these words, so that a short pause is enough to end the utterance. Called on the
    /// recogniser's thread with the text of a hypothesis.
    public var isComplete: @Sendable (String) -> Bool = { _ in false }

    /// A fault to happen, for tests and demonstrations.
    public var rehearsedFault: RehearsedFault?

    public init(decoder: DecoderSettings) {
        self.decoder = decoder
    }
}
