/// Finds where speech begins and ends, ten milliseconds at a time.
public struct Endpointer: Sendable {
    public let settings: EndpointerSettings

    public init(settings: EndpointerSettings = EndpointerSettings()) {
        self.settings = settings
    }

    /// Whether an utterance is open.
    public private(set) var isInSpeech = false

    /// Looks at the next frame.
    ///
    /// - Parameters:
    ///   - frame: ``AudioFormat/samplesPerFrame`` samples.
    ///   - mayEndEarly: what was heard so far is complete, so that ``EndpointerSettings/earlyHangover`` of silence
    ///     is enough to end it.
    public mutating func process(_ frame: Span<Int16>, mayEndEarly: Bool = false) -> EndpointerEvent? {
        nil
    }

    /// Ends the source: an open utterance ends with it.
    public mutating func finish() -> EndpointerEvent? {
        nil
    }
}
