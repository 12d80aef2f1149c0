import PocketSphinxDecoder
import Recognition
import VocabularyFiles

/// What our own workers listen for: the words of the primary recogniser as it has them, not as their files may be by now.
///
/// A worker can be started at any time, and an edit of the files that was refused must not reach it.
final class FallbackWords: Sendable {
    private let grammar: SharedText
    private let dictionary: SharedText
    private let acousticModel: String

    init(_ vocabulary: Vocabulary, acousticModel: String) throws(VocabularyError) {
        let (grammar, dictionary) = try vocabulary.forDecoder()
        self.grammar = try SharedText(grammar)
        self.dictionary = try SharedText(dictionary)
        self.acousticModel = acousticModel
    }

    /// How to start a worker, as long as the words are kept.
    var program: WorkerProgram {
        WorkerProgram(
            path: ProgramFolder.path + "/voiceled-recognizer",
            arguments: [
                "--grammar", grammar.path, "--dictionary", dictionary.path, "--model", acousticModel,
            ])
    }
}
