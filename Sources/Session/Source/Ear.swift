import CommandLanguage
import PocketSphinxDecoder
public import Recognition
import Synchronization
public import VocabularyFiles

/// The recogniser with its words loaded, ready for one sound source after the other.
public final class Ear: Sendable {
    let recognizer: RecognizerThread
    /// Why the vocabulary was not tried in another process first, if it was not.
    public let notice: String?
    /// Who is asked when it fails or is in doubt.
    let fallback: FallbackRecognizer?
    let policy = SecondOpinion()

    /// The model of the fallback that listens as the primary recogniser does, and the one that hears any words. A
    /// recogniser of somebody else chooses by itself.
    let engineAfterFailure: String?
    let engineInDoubt: String?
    let asksInDoubt: Bool

    /// What the fallback's workers listen for, if they are ours.
    private let workerWords: Mutex<FallbackWords?>
    /// What is asked about sentences of a word or two; `nil` where there is none.
    private let comparing: Mutex<WordRecognition?>
    private let comparesWords: Bool
    private let acousticModel: String
    private let caution: Caution
    private let choice: CalibrationChoice
    private let trial: Trial

    /// What it was opened with; `nil` when all is as it is built in.
    public let calibration: CalibrationInUse?

    private init(
        _ recognizer: RecognizerThread, _ fallback: FallbackRecognizer?, hearing words: FallbackWords?,
        comparing: WordRecognition?, comparesWords: Bool, notice: String?, acousticModel: String, caution: Caution,
        choice: CalibrationChoice, calibration: CalibrationInUse?, trial: Trial
    ) {
        self.recognizer = recognizer
        self.fallback = fallback
        workerWords = Mutex(words)
        self.comparing = Mutex(comparing)
        self.comparesWords = comparesWords
        let isOurs = words != nil
        engineAfterFailure = isOurs ? "grammar" : nil
        // The same search with the same words would only say the same again.
        engineInDoubt = isOurs ? "dictation" : nil
        asksInDoubt = fallback != nil
        self.notice = notice
        self.acousticModel = acousticModel
        self.caution = caution
        self.choice = choice
        self.calibration = calibration
        self.trial = trial
    }

    /// Loads the acoustic model and compiles the grammar: some ten milliseconds with a small vocabulary.
    ///
    /// - Parameters:
    ///   - acousticModel: its folder; the English one of PocketSphinx when `nil`.
    ///   - caution: how sure one has to be before acting.
    ///   - calibration: what the user changed of it, and of the end-points.
    ///   - trial: what a vocabulary that is not known yet goes through first.
    ///   - fallback: is started, and not waited for.
    ///   - comparesWords: whether our own fallback is asked about sentences of a word or two, if it can be.
    ///   - rehearsedFault: a failure to happen.
    /// - Throws: `DecoderError`, ``CanaryError``, `ConfidenceModelError`, `CalibrationError`, or ``VocabularyError`` for a
    ///   vocabulary that can only be typed.
    public static func open(
        _ vocabulary: Vocabulary, acousticModel: String? = nil, caution: Caution = .normal,
        calibration choice: CalibrationChoice = .none, trial: Trial = Trial(), fallback: FallbackChoice = .none,
        comparesWords: Bool = true, rehearsedFault: RehearsedFault? = nil
    ) async throws -> Ear {
        let acousticModel = acousticModel ?? DecoderSettings.englishModel
        var (settings, calibration) = try settings(
            for: vocabulary, acousticModel: acousticModel, caution: caution, calibration: choice)
        settings.rehearsedFault = rehearsedFault
        var notice: String?
        do {
            try await trial.pass(settings.decoder)
        } catch let error as CanaryError where error.kind == .unavailable {
            notice = error.description + (error.hint.map { "; \($0)" } ?? "")
        }
        let recognizer = try await RecognizerThread.start(settings)
        let words = fallback == .builtin ? try FallbackWords(vocabulary, acousticModel: acousticModel) : nil
        let comparing =
            words != nil && comparesWords
            ? try WordRecognition(for: vocabulary, acousticModel: acousticModel) : nil
        let other = fallback.recognizer(hearing: words)
        await other?.start()
        return Ear(
            recognizer, other, hearing: words, comparing: comparing, comparesWords: comparesWords, notice: notice,
            acousticModel: acousticModel, caution: caution, choice: choice, calibration: calibration, trial: trial)
    }

    /// Has a canary try a vocabulary with the English model, unless it is known; it is known then.
    ///
    /// - Throws: as ``check(_:)``.
    static func tryOut(_ vocabulary: Vocabulary, trial: Trial = Trial()) async throws {
        try await trial.pass(
            settings(
                for: vocabulary, acousticModel: DecoderSettings.englishModel, caution: .normal, calibration: .none
            ).settings.decoder)
    }

    /// Has a canary try a vocabulary with the English model, whether it is known or not.
    ///
    /// - Throws: as ``open(_:acousticModel:caution:calibration:trial:fallback:comparesWords:rehearsedFault:)``.
    public static func check(_ vocabulary: Vocabulary) async throws {
        try await Canary().send(
            ahead: settings(
                for: vocabulary, acousticModel: DecoderSettings.englishModel, caution: .normal, calibration: .none
            ).settings.decoder)
    }

    /// Has everything from the next utterance on heard with another vocabulary, once that has come through its trial.
    ///
    /// - Parameter number: what ``RecognitionEvent/decoderReplaced(_:)`` will carry.
    /// - Throws: as ``open(_:acousticModel:caution:calibration:trial:fallback:comparesWords:rehearsedFault:)``, and
    ///   ``CanaryError`` too if there is no program for the trial: a session that runs is not put at risk. Everything stays
    ///   as it is then.
    func replace(with vocabulary: Vocabulary, announcedAs number: Int) async throws {
        let (settings, _) = try Self.settings(
            for: vocabulary, acousticModel: acousticModel, caution: caution, calibration: choice)
        try await trial.pass(settings.decoder)
        try await recognizer.replaceDecoder(with: settings, announcedAs: number)
    }

    /// Has the fallback's workers, if they are ours, hear with another vocabulary too; the next utterance that is given
    /// to them waits until one is ready for it.
    ///
    /// - Throws: ``VocabularyError``, or what the files of the second opinion are refused with; they go on with the old
    ///   words then.
    func replaceWorkers(with vocabulary: Vocabulary) async throws {
        guard let fallback, workerWords.withLock({ $0 != nil }) else { return }
        let new = try FallbackWords(vocabulary, acousticModel: acousticModel)
        await fallback.use(new.program)
        workerWords.withLock { $0 = new }
        if comparesWords {
            let comparing = try WordRecognition(for: vocabulary, acousticModel: acousticModel)
            self.comparing.withLock { $0 = comparing }
        }
    }

    /// The recogniser of single words, as it knows the vocabulary in use.
    var words: WordRecognition? { comparing.withLock(\.self) }

    private static func settings(
        for vocabulary: Vocabulary, acousticModel: String, caution: Caution, calibration choice: CalibrationChoice
    ) throws -> (settings: RecognizerSettings, calibration: CalibrationInUse?) {
        let (grammar, dictionary) = try vocabulary.forDecoder()
        let models = try ModelFolder.find()
        var decoder = DecoderSettings(acousticModel: acousticModel, dictionary: .text(dictionary), grammar: grammar)
        decoder.otherWords = try TextFile.read(models.otherWords(.english))
        var settings = RecognizerSettings(decoder: decoder)
        let confidence = try ConfidenceSource(models, acousticModel: acousticModel, grammar: vocabulary.grammar.name)
        settings.confidence = confidence.model
        settings.caution = caution
        let spoken = vocabulary.grammar
        settings.isComplete = { spoken.isFinished(Grammar.words(of: $0)) }
        settings.isSettled = { spoken.isSettled(Grammar.words(of: $0)) }
        settings.goesOn = { spoken.addition(of: Grammar.words(of: $1), to: Grammar.words(of: $0)) != nil }
        settings.meansTheSame = { spoken.meansTheSame($0, $1) }
        let calibration = try CalibrationInUse(choice, for: spoken.name, measuredWith: confidence.fingerprint)
        if let calibration { settings.apply(calibration.calibration, usesThresholds: !calibration.isStale) }
        return (settings, calibration)
    }

    /// Ends the recogniser's thread and the fallback's workers.
    public func close() async {
        recognizer.stop()
        await fallback?.stop()
    }
}
