import CommandLanguage
import PocketSphinxDecoder
public import Recognition
public import VocabularyFiles

/// The recogniser with its words loaded, ready for one sound source after the other.
public final class Ear: Sendable {
    let recognizer: RecognizerThread
    /// Who is asked when it fails or is in doubt.
    let fallback: FallbackRecognizer?
    let policy = SecondOpinion()

    /// The model of the fallback that listens as the primary recogniser does, and the one that hears any words. A
    /// recogniser of somebody else chooses by itself.
    let engineAfterFailure: String?
    let engineInDoubt: String?
    let asksInDoubt: Bool

    private init(_ recognizer: RecognizerThread, _ fallback: FallbackRecognizer?, isOurs: Bool) {
        self.recognizer = recognizer
        self.fallback = fallback
        engineAfterFailure = isOurs ? "grammar" : nil
        // The same search with the same words would only say the same again.
        engineInDoubt = isOurs ? "dictation" : nil
        asksInDoubt = fallback != nil
    }

    /// Loads the acoustic model and compiles the grammar: some ten milliseconds with a small vocabulary.
    ///
    /// - Parameters:
    ///   - acousticModel: its folder; the English one of PocketSphinx when `nil`.
    ///   - fallback: is started, and not waited for.
    ///   - rehearsedFault: a failure to happen.
    /// - Throws: `DecoderError`, or ``VocabularyError`` for a vocabulary that can only be typed.
    public static func open(
        _ vocabulary: Vocabulary, acousticModel: String? = nil, fallback: FallbackSettings = .none,
        rehearsedFault: RehearsedFault? = nil
    ) async throws -> Ear {
        let (grammar, dictionary) = try vocabulary.forDecoder()
        var settings = RecognizerSettings(
            decoder: DecoderSettings(
                acousticModel: acousticModel ?? DecoderSettings.englishModel, dictionary: .text(dictionary),
                grammar: grammar))
        settings.rehearsedFault = rehearsedFault
        let recognizer = try await RecognizerThread.start(settings)
        let other = fallback.recognizer()
        await other?.start()
        return Ear(recognizer, other, isOurs: fallback.choice == .builtin)
    }

    /// Ends the recogniser's thread and the fallback's workers.
    public func close() async {
        recognizer.stop()
        await fallback?.stop()
    }
}
