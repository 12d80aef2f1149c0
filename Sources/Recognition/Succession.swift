internal import PocketSphinxDecoder
internal import RealtimeQueue
internal import Synchronization

/// The decoder that takes over as soon as nobody is speaking.
final class Succession: Sendable {
    /// A decoder on its way to the recogniser's thread, and what it was made from.
    struct Successor: Sendable {
        let number: Int
        let settings: RecognizerSettings
        let decoder: Handoff<Decoder>
    }

    private let waiting = Mutex<Successor?>(nil)

    /// Takes the place of one that still waits, which is then never used.
    func offer(_ successor: Successor) {
        waiting.withLock { $0 = successor }
    }

    func take() -> Successor? {
        waiting.withLock { $0.take() }
    }
}
