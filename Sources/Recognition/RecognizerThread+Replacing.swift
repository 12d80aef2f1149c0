public import PocketSphinxDecoder
internal import RealtimeQueue

extension RecognizerThread {
    /// Loads another decoder, which takes over between two utterances; the one in use goes on hearing meanwhile, and an
    /// utterance that is being spoken is finished by it.
    ///
    /// The loading is done on a thread of its own, so that a large vocabulary makes no one wait. The endpointer stays.
    ///
    /// - Parameter number: what ``RecognitionEvent/decoderReplaced(_:)`` will carry, at the caller's choice. A decoder
    ///   that is replaced before its turn comes is never announced.
    /// - Throws: ``DecoderError``; everything stays as it is then.
    public func replaceDecoder(with settings: RecognizerSettings, announcedAs number: Int) async throws(DecoderError) {
        let succession = succession
        let result: Result<Void, DecoderError> = await withCheckedContinuation { loaded in
            let hasStarted = NamedThread.start("decoder loading") { _ in
                do throws(DecoderError) {
                    let decoder = Handoff(try Decoder(settings.decoder))
                    succession.offer(Succession.Successor(number: number, settings: settings, decoder: decoder))
                    loaded.resume(returning: .success(()))
                } catch {
                    loaded.resume(returning: .failure(error))
                }
            }
            if !hasStarted {
                loaded.resume(
                    returning: .failure(
                        DecoderError(.decoding, "cannot load the decoder", reason: "the system has no thread left")))
            }
        }
        try result.get()
    }
}
