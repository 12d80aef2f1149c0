public import Wyoming

/// What became of an utterance that was given to the fallback.
public enum FallbackAnswer: Equatable, Sendable {
    /// Its text is empty when the worker understood nothing.
    case heard(Transcript)
    /// No worker could decide on it; the reason is for the user.
    case failed(String)
}
