import Audio
import RealtimeQueue
import Recognition
import Wyoming

extension Session {
    /// What an utterance of a word or two is taken for after the recogniser of single words has heard it too.
    ///
    /// It is asked whether the first recogniser is sure or not: that one may take any short sound for a command.
    ///
    /// - Returns: `nil` when it was not asked, does not know the words, or did not answer in time.
    func compare(_ first: Heard, _ recognized: RecognizedUtterance, _ ear: Ear) async -> Heard? {
        guard let certainty = first.certainty, let words = ear.words, let fallback = ear.fallback,
            ear.policy.comparesWords(of: first.text), words.knows(first.text),
            // What is longer is refused whatever it was.
            first.span.map({ $0.length <= Judge.longestSingleWord }) ?? true
        else { return nil }
        let answer = await fallback.answer(
            to: recognized.utterance.samples, with: WordRecognition.engine, within: ear.policy.wordBudget)
        guard case .heard(let transcript) = answer, let opinion = WordOpinion(transcript) else {
            if case .failed(let reason) = answer, words.giveUp() {
                note(.warning("the second opinion is not asked any more: \(reason)"))
            }
            tally.lateComparisons += 1
            return nil
        }
        tally.comparisons += 1
        let candidates = Comparison.candidates(
            hypothesis: first.text, certainty.evidence, opinion, meansTheSame: words.meansTheSame)
        let certainties = candidates.map { certainty.comparing($0, by: words.model) }
        guard let best = certainties.max(by: { $0.probability < $1.probability }), let comparison = best.comparison
        else { return nil }
        var heard = Heard(recognized, origin: first.origin, decidedAt: .now)
        heard.text = comparison.text
        heard.certainty = best
        return heard
    }
}
