/// Finds where speech begins and ends, ten milliseconds at a time.
///
/// Pure: the same frames always give the same events, at most one a frame. Speech is what stays some decibels above a
/// noise floor that is followed all the time. It begins when enough of the last frames are loud. When none has been
/// loud for a while it pauses, and if nothing follows it ends with the hangover, or earlier when the caller, who may
/// know that a sentence is complete, says so with ``endNow()``.
public struct Endpointer: Sendable {
    public let settings: EndpointerSettings

    /// Whether an utterance is open.
    public var isInSpeech: Bool { phase != .silence }

    /// Samples looked at so far.
    public private(set) var position = 0

    /// What was measured of the last frame, for those who want to see why.
    public private(set) var reading = EndpointerReading()

    private enum Phase {
        case silence, speech, pause
    }

    private var phase = Phase.silence
    private var meter = FrameLevel()
    private var noise: NoiseFloor
    private var lastingSound = LastingSound()
    private var steadySound = SteadySound()
    /// The last frames, newest in bit 0; set where a frame was loud.
    private var loudness: UInt64 = 0
    private var start = 0
    private var lastSpeech = 0
    /// Level of the loudest frame of the open utterance, or of the last one.
    private var loudest = Level.silence
    /// End of the last utterance: the next one begins no earlier.
    private var lastEnd = 0

    // The settings in samples.
    private let preRoll: Int
    private let postRoll: Int
    private let pause: Int
    private let hangover: Int
    private let maximumLength: Int
    private let startFrames: Int
    private let startMask: UInt64

    /// By then the noise floor has followed whatever came with the utterance.
    private static let aftermath = 2 * AudioFormat.sampleRate

    public init(settings: EndpointerSettings = EndpointerSettings()) {
        self.settings = settings
        noise = NoiseFloor(level: settings.expectedNoise)
        preRoll = AudioFormat.samples(in: settings.preRoll)
        postRoll = AudioFormat.samples(in: settings.postRoll)
        pause = AudioFormat.samples(in: settings.pause)
        hangover = AudioFormat.samples(in: settings.hangover)
        maximumLength = AudioFormat.samples(in: settings.maximumLength)
        startFrames = max(1, AudioFormat.samples(in: settings.startSpeech) / AudioFormat.samplesPerFrame)
        let window = AudioFormat.samples(in: settings.startWindow) / AudioFormat.samplesPerFrame
        startMask = UInt64.max >> UInt64(64 - min(64, max(1, window)))
    }

    /// How many samples ago the last loud frame of the open utterance was.
    public var silence: Int { position - lastSpeech }

    /// The utterance as far as it has been heard, while the speaker is silent.
    public var pausedExtent: EndpointerEvent.Extent? { phase == .pause ? extent : nil }

    /// Looks at the next frame.
    ///
    /// - Parameter frame: ``AudioFormat/samplesPerFrame`` samples; the last of a source may be shorter.
    public mutating func process(_ frame: Span<Int16>) -> EndpointerEvent? {
        let level = meter.measure(frame)
        noise.follow(level)
        position += frame.count
        lastingSound.follow(level, isInSpeech: isInSpeech)
        steadySound.follow(level)
        if isInSpeech { loudest = max(loudest, level) }
        let threshold = threshold
        loudness = loudness << 1 | (level > threshold ? 1 : 0)
        let event = isInSpeech ? findEnd() : findStart()
        reading = EndpointerReading(
            level: level, floor: noise.level, threshold: threshold,
            isLoud: loudness & 1 == 1, isInSpeech: phase != .silence, isInPause: phase == .pause)
        return event
    }

    /// Ends the open utterance during a pause, without waiting for the hangover.
    ///
    /// - Returns: the end, or `nil` when the speaker is not silent.
    public mutating func endNow() -> EndpointerEvent? {
        phase == .pause ? end(because: .complete) : nil
    }

    /// Ends the source: an open utterance ends with it.
    public mutating func finish() -> EndpointerEvent? {
        isInSpeech ? end(because: .endOfSource) : nil
    }

    /// What is louder counts as speech.
    private var threshold: Double {
        let aboveNoise = noise.level + (isInSpeech ? settings.endThreshold : settings.startThreshold)
        // Noise that comes and goes with the voice, through a noise gate, is no second utterance.
        let isAfterSpeech = isInSpeech || lastEnd > 0 && position - lastEnd < Self.aftermath
        let belowSpeech = isAfterSpeech ? loudest - settings.speechRange : Level.silence
        var aboveSteady = Level.silence
        if isAfterSpeech, let steady = steadySound.level, steady < loudest - settings.steadyRange {
            aboveSteady = steady + settings.endThreshold
        }
        return max(
            aboveNoise, belowSpeech, aboveSteady, settings.minimumLevel, lastingSound.level ?? Level.silence)
    }

    private mutating func findStart() -> EndpointerEvent? {
        let window = loudness & startMask
        guard window.nonzeroBitCount >= startFrames else { return nil }
        let framesSinceFirst = 64 - window.leadingZeroBitCount
        phase = .speech
        loudest = Level.silence
        lastingSound.begin()
        steadySound.begin()
        start = max(lastEnd, position - framesSinceFirst * AudioFormat.samplesPerFrame - preRoll)
        lastSpeech = position
        return .speechStarted(start: start)
    }

    private mutating func findEnd() -> EndpointerEvent? {
        // One or two loud frames alone are a click, and do not make the silence shorter.
        let isSpeech = loudness & 1 == 1 && (loudness & 0b11111).nonzeroBitCount >= 3
        if isSpeech { lastSpeech = position }
        if position - start >= maximumLength {
            lastingSound.outlast()
            return end(because: .maximumLength)
        }
        if isSpeech {
            guard phase == .pause else { return nil }
            phase = .speech
            return .speechResumed
        }
        if silence >= hangover { return end(because: .silence) }
        if silence >= pause, phase == .speech {
            phase = .pause
            return .speechPaused(extent)
        }
        return nil
    }

    private var extent: EndpointerEvent.Extent {
        EndpointerEvent.Extent(start: start, lastSpeech: lastSpeech, end: min(position, lastSpeech + postRoll))
    }

    private mutating func end(because cause: EndpointerEvent.EndCause) -> EndpointerEvent {
        let extent = extent
        phase = .silence
        loudness = 0
        lastEnd = extent.end
        return .speechEnded(extent, cause: cause)
    }
}
