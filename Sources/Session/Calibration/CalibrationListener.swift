import ALSACapture
import Accuracy
import Audio
import CommandLanguage
import RealtimeQueue
import Recognition

/// Leads a person through a calibration, by the way that `listen` hears.
struct CalibrationListener {
    private let microphone: String
    private let ear: Ear
    private let judge: Judge

    /// Seconds of sound between two levels.
    private static let levelPeriod = 0.05

    init(_ microphone: String, _ ear: Ear, _ grammar: Grammar) {
        self.microphone = microphone
        self.ear = ear
        judge = Judge(grammar: grammar)
    }

    /// - Returns: the course, gone to its end.
    /// - Throws: `ALSAError`, `DecoderError`, ``CalibrationFailure``, or `CancellationError`.
    func follow(
        _ course: CalibrationCourse, tell: @Sendable (Calibrator.Step) -> Void
    ) async throws -> CalibrationCourse {
        var course = course
        let ring = SampleRing.make(capacity: Session.ringCapacity)
        let source = try CaptureThread(CaptureSettings(device: microphone), into: ring.producer)
        defer { source.stop() }
        var levels = 0
        var loudest = Level.silence
        for await event in ear.recognizer.listen(to: ring.consumer, from: source) {
            var steps: [CalibrationStep] = []
            switch event {
            case .listening: steps = course.start()
            case .level(let level, let isSpeech):
                levels += 1
                loudest = max(loudest, level.rms)
                steps = course.hear(until: Double(levels) * Self.levelPeriod, isSpeech: isSpeech)
                tell(
                    .level(
                        decibels: Float(level.rms), isSpeech: isSpeech, timeLeft: .seconds(course.secondsLeft)))
            case .utterance(let recognized):
                let heard = Heard(recognized, origin: .microphone(name: microphone))
                let sound = SoundQuality(of: recognized.utterance.samples.span)
                steps = course.hear(Answer(judge.reconsider(heard)), sound)
            case .dropped(let samples):
                tell(.warning("the recogniser was too slow: \(samples) samples have been thrown away"))
            case .overrun(let count):
                tell(.warning("the microphone lost sound because it was not read in time (overruns: \(count))"))
            case .decoderFailed(let error): throw error
            case .ended(.failed(let error)): throw error
            default: break
            }
            if course.roomHeard > 0, course.takes.isEmpty, loudest <= Level.silence, !steps.isEmpty {
                tell(.warning("the microphone gave no sound at all while the room was listened to; is it muted?"))
            }
            for step in steps {
                if case .stuck(let reason) = step {
                    throw CalibrationFailure(
                        "\(reason.rawValue), \(CalibrationCourse.mostFailures) times in a row", hint: reason.hint)
                }
                tell(.live(step))
                if step == .over { return course }
            }
        }
        try Task.checkCancellation()
        throw CalibrationFailure("the microphone ended before the calibration did")
    }
}
