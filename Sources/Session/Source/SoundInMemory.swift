import Audio

/// Sound that was put into its queue as a whole.
final class SoundInMemory: AudioSource {
    let name: String

    init(name: String) { self.name = name }

    var isLive: Bool { false }
    var overruns: Int { 0 }
    var outcome: SourceOutcome? { .finished }
    func stop() {}
}
