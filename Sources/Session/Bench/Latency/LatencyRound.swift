import Audio
import RealtimeQueue
import Recognition
import Synchronization

/// Everything that happens about one command, and when. Any thread may note it.
final class LatencyRound: Sendable {
    fileprivate struct State {
        var isListening = false
        var isOver = false
        var utterances: [(utterance: RecognizedUtterance, silence: Duration)] = []
        /// What had been heard after the speech when the utterance ended.
        var silence = Duration.zero
        var decisions: [(decision: Decision, at: HostTime)] = []
        var firstReport: (outcome: BoardReport.Outcome, at: HostTime)?
        var pins: [HostTime] = []
        var concluded = 0
    }

    private let state = Mutex(State())

    /// Forgets the command before.
    func begin() {
        state.withLock { state in
            let (isListening, isOver) = (state.isListening, state.isOver)
            state = State()
            (state.isListening, state.isOver) = (isListening, isOver)
        }
    }

    func note(_ event: RecognitionEvent) {
        state.withLock { state in
            switch event {
            case .listening: state.isListening = true
            case .traced(.event(.speechEnded(let extent, _), let position)),
                .traced(.settled(let extent, let position)):
                state.silence = AudioFormat.duration(ofSamples: position - extent.lastSpeech)
            case .utterance(let utterance): state.utterances.append((utterance, state.silence))
            default: break
            }
        }
    }

    func note(_ event: SessionEvent) {
        let now = HostTime.now
        state.withLock { state in
            switch event {
            case .utterance(let decision): state.decisions.append((decision, now))
            case .board(let report):
                if state.firstReport == nil { state.firstReport = (report.outcome, now) }
            case .obeyed: state.concluded += 1
            // Not the time that the event carries: on a busy machine the simulated chip's clock lags behind.
            case .led: state.pins.append(now)
            default: break
            }
        }
    }

    /// Another source is about to begin.
    func start() { state.withLock { $0 = State() } }

    /// The source has ended, and nothing more will come of it.
    func end() { state.withLock { $0.isOver = true } }

    /// Whether sound arrives, or never will.
    var isUnderWay: Bool { state.withLock { $0.isListening || $0.isOver } }

    var isOver: Bool { state.withLock { $0.isOver } }

    /// Whether something was decided and carried out, but for the pins.
    var isConcluded: Bool { state.withLock { $0.concluded > 0 } }

    /// Whether a pin has changed since the decision.
    var isSeen: Bool { state.withLock { $0.firstPin != nil } }

    /// What it took.
    ///
    /// - Parameter endOfSpeech: `nil` takes the program's word for it.
    /// - Throws: ``LatencyMiss`` if it was not obeyed as one command that could be seen.
    func times(of file: String?, endOfSpeech: HostTime?) throws(LatencyMiss) -> LatencyTimes {
        let state = state.withLock { $0 }
        guard let (decision, decidedAt) = state.decisions.first else { throw LatencyMiss("nothing was heard") }
        guard state.decisions.count == 1 else {
            let texts = state.decisions.map { "\"\($0.decision.text)\"" }.joined(separator: " and ")
            throw LatencyMiss("it was heard in \(state.decisions.count) pieces: \(texts)")
        }
        if let reason = decision.reason { throw LatencyMiss("refused: \(reason)") }
        guard let (utterance, silence) = state.utterances.first else { throw LatencyMiss("nothing was heard") }
        guard let report = state.firstReport else { throw LatencyMiss("it commands nothing") }
        if case .failed(let reason, _) = report.outcome { throw LatencyMiss(reason) }
        guard let pin = state.firstPin else { throw LatencyMiss("\"\(decision.text)\" changed no light") }
        // The endpointer's own idea of the end cancels out: what counts is the last sample that it had to hear.
        let ownEnd = utterance.decodedAt - utterance.latency
        let enough = ownEnd + silence
        return LatencyTimes(
            file: file, endPoint: enough - (endOfSpeech ?? ownEnd), decode: decidedAt - enough,
            link: report.at - decidedAt, pin: pin - decidedAt,
            ownCount: decision.heard.latency)
    }
}

extension LatencyRound.State {
    /// The first change of a pin that the command can have caused.
    fileprivate var firstPin: HostTime? {
        guard let decidedAt = decisions.first?.at else { return nil }
        return pins.filter { $0 >= decidedAt }.min()
    }
}

/// Why a command could not be measured.
struct LatencyMiss: Error, Equatable, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
