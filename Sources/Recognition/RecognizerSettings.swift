public import Audio
public import PocketSphinxDecoder

/// What a ``RecognizerThread`` is made from.
public struct RecognizerSettings: Sendable {
    public var decoder: DecoderSettings
    public var endpointer = EndpointerSettings()

    public init(decoder: DecoderSettings) {
        self.decoder = decoder
    }
}
