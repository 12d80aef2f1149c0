import CommandLanguage
import PocketSphinxDecoder
public import Recognition

/// The recogniser with its words loaded, ready for one sound source after the other.
public final class Ear: Sendable {
    let recognizer: RecognizerThread

    private init(_ recognizer: RecognizerThread) { self.recognizer = recognizer }

    /// Loads the acoustic model and compiles the grammar: some ten milliseconds with a small vocabulary.
    ///
    /// - Parameters:
    ///   - acousticModel: its folder; the English one of PocketSphinx when `nil`.
    ///   - caution: how sure one has to be before acting.
    /// - Throws: `DecoderError`; `ConfidenceModelError`; or ``VocabularyError`` for a vocabulary that can only be typed.
    public static func open(
        _ vocabulary: Vocabulary, acousticModel: String? = nil, caution: Caution = .normal
    ) async throws -> Ear {
        guard let grammar = vocabulary.grammar.decoderGrammar, let pronunciations = vocabulary.pronunciations else {
            throw VocabularyError.typedOnly(vocabulary.grammar)
        }
        var decoder = DecoderSettings(
            acousticModel: acousticModel ?? DecoderSettings.englishModel,
            dictionary: .text(pronunciations.text),
            grammar: grammar.jsgf)
        let models = try ModelFolder.find()
        decoder.otherWords = try TextFile.read(models.otherWords(.english))
        var settings = RecognizerSettings(decoder: decoder)
        let confidence = models.confidence(.english)
        settings.confidence = try ConfidenceModel(parsing: TextFile.read(confidence), file: confidence)
        settings.caution = caution
        let spoken = vocabulary.grammar
        settings.isComplete = { spoken.isFinished(Grammar.words(of: $0)) }
        settings.meansTheSame = { spoken.meansTheSame($0, $1) }
        return Ear(try await .start(settings))
    }

    /// Ends the recogniser's thread.
    public func close() { recognizer.stop() }
}
