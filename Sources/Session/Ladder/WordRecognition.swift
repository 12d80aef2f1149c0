import AcousticModel
import Recognition
import SpeechEmbedding
import Synchronization
import VocabularyFiles
import WordPrototypes

/// The recogniser of single words in a worker, and how its opinion is weighed.
final class WordRecognition: Sendable {
    /// The worker's model.
    static let engine = "embedding"

    let model: ComparisonModel
    let meansTheSame: @Sendable (String, String) -> Bool
    private let sentences: Set<String>
    private let isGivenUp = Mutex(false)

    /// - Parameter acousticModel: folder of the model that is listened with; the second opinion knows the voices that it
    ///   was made from.
    /// - Returns: `nil` where its files are missing, or where no sentence of the grammar is a word that it knows.
    /// - Throws: `VocabularyError`, `WordPrototypesError` or `ConfidenceModelError` for files that cannot be used.
    init?(for vocabulary: Vocabulary, acousticModel: String) throws {
        guard let files = EmbeddingFiles.own, files.missing.isEmpty else { return nil }
        let models = try ModelFolder.find()
        let prototypes = try WordPrototypes.builtIn(models, enrolledIn: ModelFiles.enrolment(in: acousticModel))
        sentences = prototypes.sentences(of: vocabulary.grammar)
        guard !sentences.isEmpty else { return nil }
        let path = models.comparison(.english)
        model = try ComparisonModel(parsing: try TextFile.read(path), file: path)
        let grammar = vocabulary.grammar
        meansTheSame = { grammar.meansTheSame($0, $1) }
    }

    /// Whether it can be asked about a sentence: about one of its words, or another way to say the same.
    func knows(_ text: String) -> Bool {
        !isGivenUp.withLock(\.self) && (sentences.contains(text) || sentences.contains { meansTheSame($0, text) })
    }

    /// Nobody asks it any more.
    ///
    /// - Returns: whether it was asked until now.
    func giveUp() -> Bool {
        isGivenUp.withLock { isGivenUp in
            defer { isGivenUp = true }
            return !isGivenUp
        }
    }
}
