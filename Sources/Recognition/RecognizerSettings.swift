public import Audio
public import PocketSphinxDecoder

/// What a ``RecognizerThread`` is made from.
public struct RecognizerSettings: Sendable {
    public var decoder: DecoderSettings
    public var endpointer = EndpointerSettings()

    /// Whether nothing can follow these words, so that a short pause is enough to end the utterance if it is
    /// sure that they were said. Called on the recogniser's thread with the text of a hypothesis.
    public var isComplete: @Sendable (String) -> Bool = { _ in false }

    /// Whether these words mean what they mean whatever follows, so that they can be told of in a short pause while the
    /// utterance goes on. Called as ``isComplete`` is, which implies it.
    public var isSettled: @Sendable (String) -> Bool = { _ in false }

    /// Whether the second sentence is the first with something added. Called as ``isComplete`` is.
    public var goesOn: @Sendable (String, String) -> Bool = { $1.hasPrefix($0) }

    /// Makes a probability out of the evidence; `nil` for no confidence. The decoder then needs its other words.
    public var confidence: ConfidenceModel?

    /// How sure one has to be, for sentences that do not say so themselves.
    public var caution = Caution.normal

    /// Whether two sentences mean the same, so that it does not matter which of them was said. Called on the
    /// recogniser's thread.
    public var meansTheSame: @Sendable (String, String) -> Bool = { $0 == $1 }

    /// A fault to happen, for tests and demonstrations.
    public var rehearsedFault: RehearsedFault?

    public init(decoder: DecoderSettings) {
        self.decoder = decoder
    }
}
