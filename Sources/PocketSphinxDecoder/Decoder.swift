internal import CPocketSphinx
internal import Glibc

/// A loaded acoustic model and grammar, ready to decode one utterance at a time.
///
/// Not thread-safe, like the library beneath it; being `~Copyable` and not `Sendable`, it stays on the thread that made
/// it. An utterance is ``begin()``, ``process(_:)`` as often as there are samples, ``finish()``.
public struct Decoder: ~Copyable {
    private let raw: OpaquePointer

    /// Loads the model and compiles the grammar: some milliseconds with a small dictionary.
    ///
    /// - Throws: ``DecoderError`` of kind `model`, `dictionary`, `wordMissing` or `grammar`; nothing stays loaded.
    public init(_ settings: DecoderSettings) throws(DecoderError) {
        DecoderLog.begin()
        raw = try DecoderLoading.load(settings)
    }

    deinit {
        ps_free(raw)
    }

    /// Starts an utterance; one that is still open is thrown away.
    public mutating func begin() throws(DecoderError) {
        fatalError()
    }

    /// Decodes the next samples of the utterance, at about a hundredth of the time they last.
    ///
    /// - Parameter samples: 16 kHz mono, any number.
    public mutating func process(_ samples: Span<Int16>) throws(DecoderError) {
        fatalError()
    }

    /// The best guess at the words so far; `nil` before the first. It may end in the middle of a sentence.
    public mutating func partialText() -> String? {
        fatalError()
    }

    /// Ends the utterance.
    ///
    /// - Returns: the best sentence of the grammar, or `nil` if none fits at all.
    public mutating func finish() throws(DecoderError) -> Hypothesis? {
        fatalError()
    }

    /// Forgets what was learnt about the speaker's loudness and the room, as if just loaded.
    public mutating func startOver() {
        fatalError()
    }
}
