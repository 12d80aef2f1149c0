internal import PocketSphinxDecoder
internal import RealtimeQueue
internal import Synchronization

/// What the decoder in use was made from, and the decoder that takes over as soon as nobody is speaking.
final class Succession: Sendable {
    /// A decoder on its way to the recogniser's thread, and what it was made from.
    struct Successor: Sendable {
        let number: Int
        let settings: RecognizerSettings
        let decoder: Handoff<Decoder>
    }

    private struct State {
        var settings: RecognizerSettings
        var waiting: Successor?
    }

    private let state: Mutex<State>

    init(_ settings: RecognizerSettings) { state = Mutex(State(settings: settings)) }

    /// Those of the decoder in use, for another in its place.
    var settings: RecognizerSettings { state.withLock { $0.settings } }

    /// Takes the place of one that still waits, which is then never used.
    func offer(_ successor: Successor) {
        state.withLock { $0.waiting = successor }
    }

    /// The decoder that waits; it counts as the one in use from now on.
    func take() -> Successor? {
        state.withLock { state in
            guard let successor = state.waiting.take() else { return nil }
            state.settings.decoder = successor.settings.decoder
            state.settings.isComplete = successor.settings.isComplete
            state.settings.isSettled = successor.settings.isSettled
            state.settings.goesOn = successor.settings.goesOn
            state.settings.meansTheSame = successor.settings.meansTheSame
            return successor
        }
    }
}
