internal import Audio

/// The sound that may still be needed: the open utterance, or the last moment in which one may already have begun.
struct UtteranceBuffer {
    private var samples: [Int16] = []
    /// Position of `samples[0]` in the source.
    private var base = 0

    /// Samples to keep while no utterance is open.
    private let history: Int

    init(settings: EndpointerSettings) {
        history = AudioFormat.samples(in: settings.preRoll + settings.startWindow) + AudioFormat.samplesPerFrame
    }

    /// Position after the last sample.
    var end: Int { base + samples.count }

    mutating func append(_ frame: Span<Int16>) {
        for index in frame.indices { samples.append(frame[index]) }
    }

    /// Forgets what is older than the history; called while no utterance is open.
    mutating func trim() {
        // Seldom, because everything that stays has to move.
        guard samples.count > 4 * history else { return }
        let excess = samples.count - history
        samples.removeFirst(excess)
        base += excess
    }

    /// The samples from `start` to `end`, as far as they are still there.
    func samples(from start: Int, to end: Int) -> ArraySlice<Int16> {
        let first = min(max(0, start - base), samples.count)
        return samples[first..<min(max(first, end - base), samples.count)]
    }
}
