internal import CPocketSphinx
enum DecoderLoading {
    static func load(_ settings: DecoderSettings) throws(DecoderError) -> OpaquePointer { fatalError() }
}
