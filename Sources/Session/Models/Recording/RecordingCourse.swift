import Audio

/// Who is asked for which phrase, and when.
///
/// Pure: its time is that of the sound. What is useless is asked for again, and what is useless three times in a row ends
/// it.
struct RecordingCourse: Sendable {
    let prompts: [CalibrationPrompt]

    private enum Phase: Equatable {
        /// What is asked for, since when, and how often in vain.
        case prompt(Int, since: Double, failures: Int)
        case over
    }

    private var phase = Phase.over
    /// Seconds of sound so far.
    private var position = 0.0
    /// What was recorded last.
    private var last: Int?

    static let mostFailures = 3
    /// So long nobody says anything before it is asked for again, in seconds.
    static let patience = 8.0
    /// An utterance has some silence in front; it may begin so much before its prompt, in seconds.
    private static let preRoll = 0.3

    init(prompts: [CalibrationPrompt]) { self.prompts = prompts }

    mutating func start() -> [RecordingStep] { ask(0) }

    /// Time has passed.
    ///
    /// - Parameters:
    ///   - position: seconds of sound so far.
    ///   - isSpeech: an utterance is open; nothing changes before it has ended.
    mutating func hear(until position: Double, isSpeech: Bool) -> [RecordingStep] {
        self.position = position
        guard !isSpeech, case .prompt(let index, let since, let failures) = phase, position - since >= Self.patience
        else { return [] }
        return fail(index, failures, .silence)
    }

    /// Something was said.
    ///
    /// - Parameter start: where it begins, in seconds of sound.
    mutating func hear(_ text: String, from start: Double, _ sound: SoundQuality) -> [RecordingStep] {
        guard case .prompt(let index, let since, let failures) = phase, start + Self.preRoll >= since else { return [] }
        if sound.isTooQuiet { return fail(index, failures, .tooQuiet) }
        if sound.isClipped { return fail(index, failures, .clipped) }
        last = index
        return [.took(prompts[index], text: text)] + ask(index + 1)
    }

    /// The person wants something else.
    mutating func obey(_ wish: RecordingWish) -> [RecordingStep] {
        guard case .prompt(let index, _, _) = phase else { return [] }
        switch wish {
        case .skip: return [.skipped(prompts[index])] + ask(index + 1)
        case .stop:
            phase = .over
            return [.stopped]
        case .retake:
            guard let last else { return ask(index) }
            self.last = nil
            return [.takenBack(prompts[last])] + ask(last)
        }
    }

    private mutating func ask(_ index: Int) -> [RecordingStep] {
        guard index < prompts.count else {
            phase = .over
            return [.over]
        }
        phase = .prompt(index, since: position, failures: 0)
        return [.prompt(prompts[index])]
    }

    private mutating func fail(
        _ index: Int, _ failures: Int, _ reason: CalibrationStep.Useless
    ) -> [RecordingStep] {
        guard failures + 1 < Self.mostFailures else {
            phase = .over
            return [.stuck(reason)]
        }
        phase = .prompt(index, since: position, failures: failures + 1)
        return [.useless(prompts[index], reason)]
    }
}
