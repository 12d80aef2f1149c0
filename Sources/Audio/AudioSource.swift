/// Something that delivers sound into a queue on a thread of its own: an open microphone or a recording.
///
/// The samples themselves go through the queue, without locks; this is how everybody else sees and stops their source.
/// All members may be used from any thread.
public protocol AudioSource: AnyObject, Sendable {
    /// What the user knows it by: the name of a device or the path of a file.
    var name: String { get }

    /// Whether sound comes in at the pace of the world, so that latencies can be measured against the clock.
    var isLive: Bool { get }

    /// How often the device lost sound because nobody read in time; ALSA calls it an xrun. Always 0 for recordings.
    var overruns: Int { get }

    /// Why no more sound will come; `nil` while it may.
    var outcome: SourceOutcome? { get }

    /// Ends the source soon; what it has delivered may still be read. Harmless when it has already ended.
    func stop()
}

/// How an ``AudioSource`` ended.
public enum SourceOutcome: Sendable {
    /// The recording was delivered to its end.
    case finished
    /// ``AudioSource/stop()`` was called.
    case stopped
    /// The device or the file failed; the error says what to do.
    case failed(any Error)
}
