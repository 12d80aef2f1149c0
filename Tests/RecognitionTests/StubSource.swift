import Audio

/// A source whose samples the test itself puts into the queue.
final class StubSource: AudioSource {
    struct Unplugged: Error {}

    let name = "stub"
    let isLive: Bool
    let overruns: Int
    let outcome: SourceOutcome?

    init(outcome: SourceOutcome?, isLive: Bool = false, overruns: Int = 0) {
        self.outcome = outcome
        self.isLive = isLive
        self.overruns = overruns
    }

    func stop() {}
}
