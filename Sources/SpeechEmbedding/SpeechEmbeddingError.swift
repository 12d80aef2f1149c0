/// Why there is no embedding of speech.
public struct SpeechEmbeddingError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What failed, and the file.
    public let what: String
    /// Why, as far as anybody said.
    public let reason: String

    public var description: String { "\(what): \(reason)" }

    /// What to try next.
    public var hint: String? { "fetch it again with `Scripts/fetch-embedding`" }
}
