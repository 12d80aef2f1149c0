public import Accuracy
public import CommandLanguage
import Foundation
import PocketSphinxDecoder
import Recognition
import VocabularyFiles

/// Hears a person's phrases and their room, and chooses the thresholds.
///
/// What was recorded goes through the instrument that measures accuracy, what is said through the microphone's own way;
/// both are judged as `listen` judges, except that no probability is too small.
public struct Calibrator: Sendable {
    private let plan: CalibrationPlan
    private let grammar: Grammar
    private let source: ConfidenceSource
    private let bench: AccuracyBench
    private let prompts: [CalibrationPrompt]

    /// Of the recordings, this share may be lost; more would leave figures that nobody asked for.
    private static let mostUnheard = 0.1

    public enum Step: Sendable {
        /// Of the recordings.
        case recordings(AccuracyBench.Step)
        /// Of what is said.
        case live(CalibrationStep)
        /// Loudness of the last moment in dBFS, and about how long it will still take.
        case level(decibels: Float, isSpeech: Bool, timeLeft: Duration)
        case warning(String)
    }

    /// Reads the lists, and looks whether all recordings are there and all phrases can be meant.
    ///
    /// - Parameter acousticModel: the English one of PocketSphinx when `nil`.
    /// - Throws: `ManifestError`, `SoundFileError`, `VocabularyError`, ``CalibrationFailure``.
    public init(_ plan: CalibrationPlan, grammar: Grammar, acousticModel: String?) throws {
        self.plan = plan
        self.grammar = grammar
        source = try ConfidenceSource(
            .find(), acousticModel: acousticModel ?? DecoderSettings.englishModel, grammar: grammar.name)
        var recorded = AccuracyPlan()
        recorded.ignoresThresholds = true
        switch plan.phrases {
        case .manifest(let path):
            recorded.manifest = path
            prompts = []
        case .spoken(let phrases, let times):
            for phrase in phrases where Label(phrase, in: grammar) == nil {
                throw CalibrationFailure(
                    "the grammar \(grammar.name) cannot mean \"\(phrase)\"",
                    hint: "`voiceled grammar examples` lists what it can; name another grammar with --grammar")
            }
            prompts = CalibrationPrompt.all(phrases, times: times)
        }
        if case .recordings(let paths) = plan.room {
            let isList = { (path: String) in URL(filePath: path).pathExtension.lowercased() == "tsv" }
            recorded.negatives = paths.filter(isList)
            recorded.negativeRecordings = paths.filter { !isList($0) }
        }
        bench = try AccuracyBench(recorded, grammar: grammar)
    }

    /// Labels of the phrases that the grammar cannot mean; their recordings are left out.
    public var leftOut: [ManifestError.Problem] { bench.leftOut }

    /// Hears everything.
    ///
    /// - Parameters:
    ///   - ears: recordings are heard by all of them at the same time, the microphone by the first.
    ///   - tell: is called from any thread, one call at a time.
    /// - Throws: `CancellationError` when the task is cancelled; `ALSAError` of the microphone; ``CalibrationFailure`` when
    ///   what was heard is of no use.
    public func run(through ears: [Ear], tell: @escaping @Sendable (Step) -> Void) async throws -> CalibrationResult {
        let recorded = await bench.run(through: ears) { tell(.recordings($0)) }
        try Task.checkCancellation()
        let unheard = recorded.problems.count
        guard Double(unheard) <= Self.mostUnheard * Double(recorded.totalClips) else {
            throw CalibrationFailure(
                "\(unheard) of \(recorded.totalClips) recordings could not be heard",
                hint: "each is named above, with the reason; nothing was changed")
        }
        if unheard > 0 {
            tell(.warning("\(unheard) of \(recorded.totalClips) recordings could not be heard; they count nowhere"))
        }
        var phrases = recorded.accuracies.flatMap(\.results)
        var room = recorded.falseAccepts.flatMap(\.results)
        if let course = try await listen(through: ears, tell: tell) {
            phrases += course.takes.enumerated().map { ClipResult($1, line: $0 + 1, in: grammar) }
            if course.roomHeard > 0 { room.append(ClipResult(room: course, named: plan.microphone)) }
        }
        return CalibrationResult(
            phrases: AccuracyScore(manifest: "phrases", snr: nil, results: phrases, seed: 1),
            room: FalseAccepts(manifest: "room", results: room), limit: plan.limit, built: source.model,
            measuredWith: source.fingerprint)
    }

    private func listen(
        through ears: [Ear], tell: @escaping @Sendable (Step) -> Void
    ) async throws -> CalibrationCourse? {
        var roomSeconds = 0.0
        if case .heard(let seconds) = plan.room { roomSeconds = seconds }
        guard roomSeconds > 0 || !prompts.isEmpty else { return nil }
        return try await CalibrationListener(plan.microphone, ears[0], grammar).follow(
            CalibrationCourse(roomSeconds: roomSeconds, prompts: prompts), tell: tell)
    }
}

extension ClipResult {
    /// What was heard of a phrase.
    fileprivate init(_ taken: CalibrationCourse.Taken, line: Int, in grammar: Grammar) {
        let phrase = taken.prompt.phrase
        let entry = Manifest.Entry(name: phrase, path: "", label: phrase, speaker: "-", line: line)
        self.init(
            Clip(entry, label: Label(phrase, in: grammar)), answers: [taken.answer],
            seconds: taken.answer.end - taken.answer.start)
    }

    /// What was heard in the room.
    fileprivate init(room course: CalibrationCourse, named microphone: String) {
        let entry = Manifest.Entry(name: microphone, path: "", label: "", speaker: "-", line: 1)
        self.init(Clip(entry, label: nil), answers: course.room, seconds: course.roomHeard)
    }
}
