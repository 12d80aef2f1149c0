import AcousticModel
public import Adaptation
import CommandLanguage
import PocketSphinxDecoder
public import VocabularyFiles

/// Takes over a model that was made elsewhere.
public struct ModelImport: Sendable {
    private let vocabulary: Vocabulary

    public init(for vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    /// - Returns: the model, in use from now on.
    /// - Throws: `AdaptationError`, `ParameterError`, ``CanaryError`` or `DecoderError`; everything is as it was then.
    public func take(_ archive: ModelArchive, into store: ModelStore) async throws -> StoredModel {
        let name = vocabulary.grammar.name
        let (jsgf, dictionary) = try vocabulary.forDecoder()
        return try await archive.read { model in
            let made = model.provenance
            guard made.vocabulary == name else {
                throw AdaptationError(
                    .unusable,
                    "\(archive.path): the model was made for the vocabulary \(made.vocabulary), not for \(name)",
                    hint: "name the grammar that it is for with --grammar")
            }
            // It comes from elsewhere: what the decoder does not survive must not be kept.
            try await Canary().send(
                ahead: DecoderSettings(acousticModel: model.path, dictionary: .text(dictionary), grammar: jsgf))
            return try await store.keep(filesIn: model.path, made)
        }
    }
}
