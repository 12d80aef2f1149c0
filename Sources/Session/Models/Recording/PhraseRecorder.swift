import ALSACapture
import Audio
import CommandLanguage
import PocketSphinxDecoder
import RealtimeQueue
import Recognition
import Synchronization

/// Leads a person through the recording of phrases, by the way that `listen` hears.
public struct PhraseRecorder: Sendable {
    private let microphone: String
    private let ear: Ear

    /// Seconds of sound between two levels.
    private static let levelPeriod = 0.05

    public enum Step: Sendable {
        case course(RecordingStep)
        /// Loudness of the last moment in dBFS.
        case level(decibels: Float, isSpeech: Bool)
        case warning(String)
    }

    public init(_ microphone: String, _ ear: Ear) {
        self.microphone = microphone
        self.ear = ear
    }

    /// Asks for `prompts` and keeps what is said.
    ///
    /// - Parameters:
    ///   - wishes: looked at twenty times a second.
    /// - Returns: the folder with the recordings, and whether the person stopped early.
    /// - Throws: `ALSAError`, `DecoderError`, ``CalibrationFailure``, ``BenchError``, or `CancellationError`; what was
    ///   recorded is kept.
    public func record(
        _ prompts: [CalibrationPrompt], into folder: RecordingFolder, wishes: RecordingWishes,
        tell: @Sendable (Step) -> Void
    ) async throws -> (folder: RecordingFolder, wasStopped: Bool) {
        var folder = folder
        var course = RecordingCourse(prompts: prompts)
        let ring = SampleRing.make(capacity: Session.ringCapacity)
        let source = try CaptureThread(CaptureSettings(device: microphone), into: ring.producer)
        defer { source.stop() }
        var levels = 0
        for await event in ear.recognizer.listen(to: ring.consumer, from: source) {
            var steps: [RecordingStep] = []
            var samples: [Int16] = []
            switch event {
            case .listening: steps = course.start()
            case .level(let level, let isSpeech):
                levels += 1
                steps = course.hear(until: Double(levels) * Self.levelPeriod, isSpeech: isSpeech)
                if let wish = wishes.next() { steps += course.obey(wish) }
                tell(.level(decibels: Float(level.rms), isSpeech: isSpeech))
            case .utterance(let recognized):
                samples = recognized.utterance.samples
                steps = course.hear(
                    recognized.hypothesis?.text ?? "", from: recognized.start, SoundQuality(of: samples.span))
            case .dropped(let count):
                tell(.warning("the recogniser was too slow: \(count) samples have been thrown away"))
            case .overrun(let count):
                tell(.warning("the microphone lost sound because it was not read in time (overruns: \(count))"))
            case .decoderFailed(let error): throw error
            case .ended(.failed(let error)): throw error
            default: break
            }
            for step in steps {
                switch step {
                case .took(let prompt, _): try folder.add(samples, saying: prompt.phrase)
                case .takenBack(let prompt): try folder.removeLast(saying: prompt.phrase)
                case .stuck(let reason):
                    throw CalibrationFailure(
                        "\(reason.rawValue), \(RecordingCourse.mostFailures) times in a row", hint: reason.hint)
                default: break
                }
                tell(.course(step))
                if step == .over { return (folder, false) }
                if step == .stopped { return (folder, true) }
            }
        }
        try Task.checkCancellation()
        throw CalibrationFailure("the microphone ended before the recording did")
    }
}

/// What a person typed and nobody has looked at yet. Any thread may call it.
public final class RecordingWishes: Sendable {
    private let waiting = Mutex<[RecordingWish]>([])

    public init() {}

    public func add(_ wish: RecordingWish) { waiting.withLock { $0.append(wish) } }

    func next() -> RecordingWish? { waiting.withLock { $0.isEmpty ? nil : $0.removeFirst() } }
}
