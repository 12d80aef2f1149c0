import Recognition
import Synchronization

/// Counts the workers that died or hung.
final class LossCount: Sendable {
    private let losses = Mutex(0)

    var value: Int { losses.withLock { $0 } }

    func count(_ event: FallbackEvent) {
        switch event {
        case .died, .hung: losses.withLock { $0 += 1 }
        case .ready, .recycled, .recovered, .gaveUp: break
        }
    }
}
