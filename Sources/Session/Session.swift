public import CommandLanguage
import VocabularyFiles

/// One run of `listen`, `repl`, `send`, `replay` or `demo`: words in, lights changed, everything told.
///
/// The sources differ; from a line of words on, all of them go this way.
public actor Session {
    private var judge: Judge
    private let lights: Lights
    private let report: @Sendable (SessionEvent) -> Void
    private var isAsleep = false
    /// Vocabularies whose decoder has not taken over yet, by the number it will be announced as.
    private var coming: [Int: Vocabulary] = [:]
    private var lastNumber = 0

    /// What has happened so far.
    public internal(set) var tally = Tally()

    /// Who listens.
    public internal(set) var ladder = Ladder(noFallback: nil)

    /// - Parameter report: is called on the session's executor, in the order of events.
    public init(grammar: Grammar, lights: Lights, report: @escaping @Sendable (SessionEvent) -> Void) {
        judge = Judge(grammar: grammar)
        self.lights = lights
        self.report = report
    }

    /// Decides on what was heard, and has it carried out.
    ///
    /// - Returns: the decision as it was reported, and what the board did.
    @discardableResult
    public func obey(_ heard: Heard) async -> (decision: Decision, reports: [BoardReport]) {
        tally.heard += 1
        let decision = await lights.check(judge.decide(on: heard, isAsleep: isAsleep))
        report(.utterance(decision))
        guard decision.isAccepted else {
            tally.refused += 1
            report(.obeyed(decision, []))
            return (decision, [])
        }
        tally.obeyed += 1
        if let session = decision.session { isAsleep = session == .sleep }

        var reports: [BoardReport] = []
        for command in decision.commands {
            for outcome in await lights.carryOut(command) {
                if case .failed = outcome.outcome { tally.failedCommands += 1 }
                report(.board(outcome))
                reports.append(outcome)
            }
        }
        report(.obeyed(decision, reports))
        return (decision, reports)
    }

    /// Understands another grammar from now on, and tells so.
    func use(_ grammar: Grammar, change: VocabularyChange) {
        judge = Judge(grammar: grammar)
        report(.vocabulary(change))
    }

    /// Understands another grammar once its decoder has taken over, so that words are always judged by the grammar that
    /// they were heard with.
    ///
    /// - Returns: the number as which the recogniser must announce it.
    func expect(_ vocabulary: Vocabulary) -> Int {
        lastNumber += 1
        coming[lastNumber] = vocabulary
        return lastNumber
    }

    /// Its decoder will not come.
    func forget(_ number: Int) {
        coming[number] = nil
    }

    /// The decoder with this number has taken over. Those before it never will. The fallback follows it.
    func useVocabulary(_ number: Int, through ear: Ear) async {
        guard let vocabulary = coming[number] else { return }
        coming = coming.filter { $0.key > number }
        do {
            try await ear.replaceWorkers(with: vocabulary)
        } catch {
            note(.warning("\(error); the fallback goes on with the old words"))
        }
        use(
            vocabulary.grammar, change: VocabularyChange(grammar: vocabulary.files[0].path, outcome: .loaded))
    }

    /// Passes on what a source tells beside words.
    public func note(_ event: SessionEvent) {
        report(event)
    }

    /// - Parameter samples: in this source so far.
    func noteDropped(samples: Int) {
        tally.droppedSamples = samples
        report(.warning("the recogniser was too slow: \(samples) samples have been thrown away"))
    }

    /// - Parameter count: in this source so far.
    func noteOverruns(_ count: Int) {
        tally.overruns = count
        report(.warning("the microphone lost sound because it was not read in time (overruns: \(count))"))
    }

    /// Tells the closing figures.
    public func end() { report(.ended(tally)) }
}
