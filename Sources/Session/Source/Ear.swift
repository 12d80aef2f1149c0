import CommandLanguage
import PocketSphinxDecoder
import Recognition
public import VocabularyFiles

/// The recogniser with its words loaded, ready for one sound source after the other.
public final class Ear: Sendable {
    let recognizer: RecognizerThread

    private init(_ recognizer: RecognizerThread) { self.recognizer = recognizer }

    /// Loads the acoustic model and compiles the grammar: some ten milliseconds with a small vocabulary.
    ///
    /// - Parameter acousticModel: its folder; the English one of PocketSphinx when `nil`.
    /// - Throws: `DecoderError`, or ``VocabularyError`` for a vocabulary that can only be typed.
    public static func open(_ vocabulary: Vocabulary, acousticModel: String? = nil) async throws -> Ear {
        let (grammar, dictionary) = try vocabulary.forDecoder()
        let settings = DecoderSettings(
            acousticModel: acousticModel ?? DecoderSettings.englishModel,
            dictionary: .text(dictionary), grammar: grammar)
        return Ear(try await .start(RecognizerSettings(decoder: settings)))
    }

    /// Ends the recogniser's thread.
    public func close() { recognizer.stop() }
}
