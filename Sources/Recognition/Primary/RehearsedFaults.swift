internal import PocketSphinxDecoder
internal import RealtimeQueue
internal import Synchronization

/// Counts decisions and lets the rehearsed fault happen in the one it was meant for; outlives the thread that stalls.
final class RehearsedFaults: Sendable {
    private let fault: RehearsedFault?
    private let decisions = Mutex(0)

    init(_ fault: RehearsedFault?) { self.fault = fault }

    /// To be called before each decision, on the decoder's thread.
    ///
    /// - Returns: the error that the decision is to end with.
    func beforeDecision() -> DecoderError? {
        guard let fault else { return nil }
        let number = decisions.withLock { count in
            count += 1
            return count
        }
        switch fault {
        case .fails(let decision): return number == decision ? Self.error : nil
        case .dies(let decision): return number >= decision ? Self.error : nil
        case .stalls(let decision):
            // Nobody ever sends it.
            if number == decision { WakeSignal().wait() }
            return nil
        case .hangs(let decision):
            if number >= decision { WakeSignal().wait() }
            return nil
        }
    }

    private static let error = DecoderError(.decoding, "cannot decode", reason: "a failure is being rehearsed")
}
