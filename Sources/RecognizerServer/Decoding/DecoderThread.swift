internal import PocketSphinxDecoder
internal import RealtimeQueue
internal import Synchronization

/// One decoder on a thread of its own, which takes utterances in turn.
///
/// The decoder is loaded for the first utterance, or at ``load()``, and kept; after a failure another one is loaded,
/// since the library does not say what state it left the old one in.
final class DecoderThread: Sendable {
    private let settings: DecoderSettings
    private let waiting = Mutex<[DecodingJob]>([])
    private let signal = WakeSignal()

    /// - Returns: `nil` when the system has no thread left.
    init?(_ engine: Engine, _ settings: DecoderSettings) {
        self.settings = settings
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

    private func run() -> Never {
        while true { serve(next()) }
    }

    /// Loads a decoder for `first`, and keeps it until it fails.
    private func serve(_ first: DecodingJob) {
        var job = first
        do throws(DecoderError) {
            var decoder = try Decoder(settings)
            while true {
                let samples = job.samples
                let start = HostTime.now
                let hypothesis = samples.isEmpty ? nil : try decoder.decode(samples.span)
                job.finish(.success(Decoding(hypothesis: hypothesis, time: .now - start)))
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
