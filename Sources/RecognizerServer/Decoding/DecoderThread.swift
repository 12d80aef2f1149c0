internal import PocketSphinxDecoder
internal import RealtimeQueue
internal import Synchronization

/// One engine on a thread of its own, which takes utterances in turn.
///
/// The decoder is loaded for the first utterance, or at ``load()``, and kept; after a failure another one is loaded,
/// since the library does not say what state it left the old one in.
final class DecoderThread: Sendable {
    private let opening: EngineOpening
    private let waiting = Mutex<[DecodingJob]>([])
    private let signal = WakeSignal()

    /// - Returns: `nil` when the system has no thread left.
    init?(_ engine: Engine, _ opening: EngineOpening) {
        self.opening = opening
        guard NamedThread.start(engine.rawValue, body: { [self] _ in run() }) else { return nil }
    }

    /// Decodes; the caller sleeps until it is done.
    ///
    /// - Parameter samples: none has the decoder loaded and nothing more.
    func decode(_ samples: [Int16]) throws(DecoderError) -> Decoding {
        let job = DecodingJob(samples: samples)
        waiting.withLock { $0.append(job) }
        signal.send()
        return try job.wait().get()
    }

    func load() throws(DecoderError) {
        _ = try decode([])
    }

    /// Has the decoder loaded, and waits for nothing: what goes wrong is told to the first who asks it.
    func beginLoading() {
        waiting.withLock { $0.append(DecodingJob(samples: [])) }
        signal.send()
    }

    private func run() -> Never {
        while true {
            let job = next()
            switch opening {
            case .sphinx(let settings): serve(job) { () throws(DecoderError) in try Decoder(settings) }
            case .words(let settings): serve(job) { () throws(DecoderError) in try WordDecoder(settings) }
            }
        }
    }

    /// Loads a decoder for `first`, and keeps it until it fails.
    private func serve<D: UtteranceDecoder & ~Copyable>(
        _ first: DecodingJob, opening: () throws(DecoderError) -> D
    ) {
        var job = first
        do throws(DecoderError) {
            var decoder = try opening()
            while true {
                let samples = job.samples
                let start = HostTime.now
                var decoding = samples.isEmpty ? Decoding() : try decoder.listen(to: samples.span)
                decoding.time = .now - start
                job.finish(.success(decoding))
                job = next()
            }
        } catch {
            job.finish(.failure(error))
        }
    }

    private func next() -> DecodingJob {
        while true {
            if let job = waiting.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) { return job }
            signal.wait()
        }
    }
}
