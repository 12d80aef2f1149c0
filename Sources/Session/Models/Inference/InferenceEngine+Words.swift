import AcousticModel
import Audio
import CommandLanguage
import Recognition
import SpeechEmbedding
import VocabularyFiles
import WordPrototypes

extension InferenceEngine {
    /// What the second opinion takes each utterance for, whether the first one would ask it or not.
    static func words(_ path: String, _ vocabulary: Vocabulary) async throws -> [Inference.Guess] {
        guard let files = EmbeddingFiles.own, files.missing.isEmpty else {
            throw BenchError("it is not installed; \(SecondOpinionCheck.remedy)")
        }
        let model = ModelInUse(.own, for: vocabulary).folder
        let prototypes = try WordPrototypes.builtIn(
            try ModelFolder.find(), enrolledIn: ModelFiles.enrolment(in: model))
        let sentences = prototypes.sentences(of: vocabulary.grammar)
        guard !sentences.isEmpty else { throw BenchError("it knows no sentence of this grammar") }
        let (_, utterances) = try await listen(to: path, vocabulary, with: model)
        var embedder = try SpeechEmbedder(files)
        return try utterances.compactMap { utterance in
            let features = try embedder.features(of: utterance.utterance.samples.span)
            let scores = prototypes.scores(of: features, among: sentences.contains)
            return scores.max { $0.score < $1.score }.map { guess($0, of: utterance, prototypes, vocabulary.grammar) }
        }
    }

    private static func guess(
        _ best: WordScore, of utterance: RecognizedUtterance, _ prototypes: WordPrototypes, _ grammar: Grammar
    ) -> Inference.Guess {
        var meaning = ""
        if case .understood(let slots) = grammar.interpret(line: best.text) {
            meaning = slots.map(\.description).joined(separator: " ")
        }
        let isKnown = best.score >= prototypes.leastScore
        return Inference.Guess(
            text: best.text, span: Heard.Span(start: utterance.start, end: utterance.end), confidence: nil,
            score: best.score, isAccepted: isKnown, reason: isKnown ? nil : "it is like none of the words it knows",
            meaning: meaning)
    }
}
