internal import PocketSphinxDecoder
internal import RealtimeQueue
internal import Synchronization

/// Counts the utterances that are decided on and lets the rehearsed fault happen in the one it was meant for; outlives the
/// thread that stalls.
final class RehearsedFaults: Sendable {
    private let fault: RehearsedFault?
    private let utterances = Mutex((count: 0, start: Int?.none))

    init(_ fault: RehearsedFault?) { self.fault = fault }

    /// To be called before each source.
    func startOver() {
        utterances.withLock { $0.start = nil }
    }

    /// To be called before each decision, on the decoder's thread.
    ///
    /// - Parameter start: of the utterance in its source, which may be decided on more than once.
    /// - Returns: the error that the decision is to end with.
    func before(decisionOn start: Int) -> DecoderError? {
        guard let fault else { return nil }
        let number = utterances.withLock { utterances in
            if utterances.start != start { utterances = (utterances.count + 1, start) }
            return utterances.count
        }
        switch fault {
        case .fails(let utterance): return number == utterance ? Self.error : nil
        case .dies(let utterance): return number >= utterance ? Self.error : nil
        case .stalls(let utterance):
            // Nobody ever sends it.
            if number == utterance { WakeSignal().wait() }
            return nil
        case .hangs(let utterance):
            if number >= utterance { WakeSignal().wait() }
            return nil
        }
    }

    private static let error = DecoderError(.decoding, "cannot decode", reason: "a failure is being rehearsed")
}
