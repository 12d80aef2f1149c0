import Accuracy
import Audio

/// Who is asked for what, and when: first the room, then phrase after phrase.
///
/// Pure: its time is that of the sound. What is useless is asked for again, and what is useless three times ends it.
struct CalibrationCourse: Sendable {
    /// How long the room is listened to, in seconds.
    let roomSeconds: Double
    /// What is to be said, in order.
    let prompts: [CalibrationPrompt]

    private(set) var room: [Answer] = []
    /// How long it really was, in seconds.
    private(set) var roomHeard = 0.0
    private(set) var takes: [Taken] = []

    /// An utterance that answered a prompt.
    struct Taken: Equatable, Sendable {
        let prompt: CalibrationPrompt
        let answer: Answer
    }

    private enum Phase: Equatable {
        case room
        /// What is asked for, since when, and how often in vain.
        case prompt(Int, since: Double, failures: Int)
        case over
    }

    private var phase: Phase
    /// Seconds of sound so far.
    private var position = 0.0

    /// So often in vain: then something is wrong with the microphone, and more of it would not help.
    static let mostFailures = 3
    /// So long nobody says anything before it is asked for again, in seconds.
    static let patience = 8.0
    /// What a phrase takes with its prompt, for the time that is left, in seconds.
    static let secondsPerPrompt = 4.0
    /// An utterance has some silence in front; it may begin so much before its prompt, in seconds.
    private static let preRoll = 0.3

    init(roomSeconds: Double, prompts: [CalibrationPrompt]) {
        self.roomSeconds = roomSeconds
        self.prompts = prompts
        phase = roomSeconds > 0 ? .room : .over
    }

    /// Begins.
    mutating func start() -> [CalibrationStep] {
        phase == .room ? [.room(seconds: roomSeconds)] : ask(0)
    }

    /// About how long it will still take, in seconds.
    var secondsLeft: Double {
        switch phase {
        case .room: max(0, roomSeconds - position) + Double(prompts.count) * Self.secondsPerPrompt
        case .prompt(let index, _, _): Double(prompts.count - index) * Self.secondsPerPrompt
        case .over: 0
        }
    }

    /// Time has passed.
    ///
    /// - Parameters:
    ///   - position: seconds of sound so far.
    ///   - isSpeech: an utterance is open; nothing changes before it has ended.
    mutating func hear(until position: Double, isSpeech: Bool) -> [CalibrationStep] {
        self.position = position
        guard !isSpeech else { return [] }
        switch phase {
        case .room where position >= roomSeconds:
            roomHeard = position
            return ask(0)
        case .prompt(let index, let since, let failures) where position - since >= Self.patience:
            return retake(index, failures, .silence)
        default: return []
        }
    }

    /// Something was said.
    mutating func hear(_ answer: Answer, _ sound: SoundQuality) -> [CalibrationStep] {
        switch phase {
        case .room:
            room.append(answer)
            return []
        case .prompt(let index, let since, let failures):
            guard answer.start + Self.preRoll >= since else { return [] }
            if sound.isTooQuiet { return retake(index, failures, .tooQuiet) }
            if sound.isClipped { return retake(index, failures, .clipped) }
            takes.append(Taken(prompt: prompts[index], answer: answer))
            return [.took(prompts[index], answer)] + ask(index + 1)
        case .over: return []
        }
    }

    private mutating func ask(_ index: Int) -> [CalibrationStep] {
        guard index < prompts.count else {
            phase = .over
            return [.over]
        }
        phase = .prompt(index, since: position, failures: 0)
        return [.prompt(prompts[index])]
    }

    private mutating func retake(
        _ index: Int, _ failures: Int, _ reason: CalibrationStep.Useless
    ) -> [CalibrationStep] {
        guard failures + 1 < Self.mostFailures else {
            phase = .over
            return [.stuck(reason)]
        }
        phase = .prompt(index, since: position, failures: failures + 1)
        return [.retake(prompts[index], reason)]
    }
}
