import Glibc
import PocketSphinxDecoder
import RealtimeQueue
import Synchronization

/// A decoder on a thread of its own that is given whole utterances: what the recogniser's program has in its process.
final class DecodingThread: Sendable {
    struct Answer: Sendable {
        /// Empty when nothing fits.
        var text = ""
        /// From when the thread turned to the utterance until it had decoded it.
        var time = Duration.zero
    }

    private struct State {
        var samples: [Int16]?
        var answer: Result<Answer, DecoderError>?
        var isOver = false
    }

    private let state = Mutex(State())
    private let work = WakeSignal()
    private let done = WakeSignal()

    /// Starts the thread and waits until its decoder is loaded.
    ///
    /// - Parameter interruption: is called on the thread when half of an utterance has been decoded.
    init(_ settings: DecoderSettings, interruption: (@Sendable () -> Void)? = nil) throws(DecoderError) {
        let hasStarted = NamedThread.start("decoding") { [self] _ in serve(settings, interruption) }
        guard hasStarted else {
            throw DecoderError(.decoding, "cannot start the decoder", reason: "the system has no thread left")
        }
        _ = try wait()
    }

    /// What the decoder takes an utterance for. The caller sleeps until it is done; only one at a time may call.
    func decode(_ samples: [Int16]) throws(DecoderError) -> Answer {
        state.withLock { $0.samples = samples }
        work.send()
        return try wait()
    }

    /// Ends the thread, and waits for that.
    func stop() {
        state.withLock { $0.isOver = true }
        work.send()
        _ = try? wait()
    }

    private func wait() throws(DecoderError) -> Answer {
        while true {
            if let answer = state.withLock({ $0.answer.take() }) { return try answer.get() }
            done.wait()
        }
    }

    private func serve(_ settings: DecoderSettings, _ interruption: (() -> Void)?) {
        do throws(DecoderError) {
            var decoder = try Decoder(settings)
            answer(.success(Answer()))
            while true {
                let (samples, isOver) = state.withLock { ($0.samples.take(), $0.isOver) }
                if isOver { break }
                guard let samples else {
                    work.wait()
                    continue
                }
                answer(.success(try Self.decode(samples, with: &decoder, interruption)))
            }
            answer(.success(Answer()))
        } catch {
            answer(.failure(error))
        }
    }

    private static func decode(
        _ samples: [Int16], with decoder: inout Decoder, _ interruption: (() -> Void)?
    ) throws(DecoderError) -> Answer {
        let start = HostTime.now
        if let interruption {
            try decoder.begin()
            try decoder.process(samples.span.extracting(..<(samples.count / 2)))
            interruption()
        }
        let text = try decoder.decode(samples.span)?.text
        return Answer(text: text ?? "", time: .now - start)
    }

    private func answer(_ answer: Result<Answer, DecoderError>) {
        state.withLock { $0.answer = answer }
        done.send()
    }
}
