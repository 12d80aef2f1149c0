public import SpeechEmbedding
public import WordPrototypes

/// What the engine `embedding` is made from.
public struct WordDecoderSettings: Sendable {
    public var files: EmbeddingFiles
    public var prototypes: WordPrototypes
    /// The words of the prototypes that can be said by themselves; the others are what they are told apart from.
    public var candidates: Set<String>

    public init(files: EmbeddingFiles, prototypes: WordPrototypes, candidates: Set<String>) {
        self.files = files
        self.prototypes = prototypes
        self.candidates = candidates
    }
}
