import Accuracy
import Synchronization

/// Tells of recordings that could not be heard, as they come: a recogniser that fails fails at all of them, and nobody
/// reads a hundred lines that say so. Any thread may call it.
final class ProblemLines: Sendable {
    private let count = Mutex(0)

    private static let mostShown = 10

    func show(_ problem: ManifestError.Problem) {
        let number = count.withLock { count in
            count += 1
            return count
        }
        if number <= Self.mostShown { Diagnostics.plain("\(problem)", hint: nil) }
    }

    /// To be called when no more can come.
    func conclude() {
        let rest = count.withLock { $0 } - Self.mostShown
        guard rest > 0 else { return }
        Diagnostics.line("\(rest.of("more recording")) could not be heard either")
    }
}
