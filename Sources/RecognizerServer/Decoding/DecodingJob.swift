internal import PocketSphinxDecoder
internal import RealtimeQueue
internal import Synchronization

/// An utterance on its way to a decoder's thread, and the answer on its way back.
final class DecodingJob: Sendable {
    let samples: [Int16]
    private let answer = Mutex<Result<Decoding, DecoderError>?>(nil)
    private let isDone = WakeSignal()

    init(samples: [Int16]) {
        self.samples = samples
    }

    func finish(_ result: Result<Decoding, DecoderError>) {
        answer.withLock { $0 = result }
        isDone.send()
    }

    /// Sleeps until the decoder has answered.
    func wait() -> Result<Decoding, DecoderError> {
        while true {
            if let result = answer.withLock({ $0 }) { return result }
            isDone.wait()
        }
    }
}
