internal import PocketSphinxDecoder
internal import Synchronization

/// The engines, each on its thread once it has been asked for; so a command need not wait for another client's dictation.
final class Engines: Sendable {
    let settings: EngineSettings
    private let threads = Mutex<[Engine: DecoderThread]>([:])

    init(_ settings: EngineSettings) {
        self.settings = settings
    }

    /// Loads the standard engine, and begins to load the one that is asked for a second opinion.
    func load() throws(DecoderError) {
        try thread(settings.standard).load()
        // Not before that: while it loads, what another decoder says of its troubles would be lost.
        if settings.embedding != nil { try thread(.embedding).beginLoading() }
    }

    /// Decodes a whole utterance; the caller sleeps until it is done.
    func decode(_ samples: [Int16], with engine: Engine) throws(DecoderError) -> Decoding {
        try thread(engine).decode(samples)
    }

    private func thread(_ engine: Engine) throws(DecoderError) -> DecoderThread {
        let what = "cannot start the engine \(engine.rawValue)"
        guard let opening = settings.opening(engine) else {
            throw DecoderError(.grammar, what, reason: "there are no words for it")
        }
        let thread = threads.withLock { threads in
            if threads[engine] == nil { threads[engine] = DecoderThread(engine, opening) }
            return threads[engine]
        }
        guard let thread else { throw DecoderError(.decoding, what, reason: "the system has no thread left") }
        return thread
    }
}
