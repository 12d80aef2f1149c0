public import Accuracy
import AcousticModel
import Adaptation
import CommandLanguage
import Foundation
import SoundFile
public import VocabularyFiles

/// Hears the same recordings with the model that comes with the vocabulary and with the user's own, each as `listen` would.
public struct ModelBench: Sendable {
    private let vocabulary: Vocabulary
    private let own: String
    private let before: String
    private let bench: AccuracyBench
    /// Recordings of the list that the own model was made from; they count nowhere.
    public let known: Int

    /// - Parameters:
    ///   - manifest: path of the recordings and what is said in them.
    ///   - model: the user's own for the vocabulary, or a folder; the pooled one is compared with the stock one.
    /// - Throws: ``BenchError`` if there is no such model or no recording that it does not know; `ManifestError`,
    ///   `SoundFileError`, `AdaptationError`, `ParameterError`.
    public init(_ manifest: String, model: ModelChoice, for vocabulary: Vocabulary) throws {
        self.vocabulary = vocabulary
        let provenance: Provenance?
        switch model {
        case .stock: throw BenchError("--model stock: it would be compared with itself", hint: "name another model")
        case .pooled:
            own = ModelInUse(.pooled, for: vocabulary).folder
            provenance = nil
        case .folder(let path):
            own = path
            provenance = try? StoredModel.provenance(in: path)
        case .own:
            guard let stored = try ModelStore.standard().model(for: vocabulary.grammar.name) else {
                throw BenchError(
                    "there is no model of your own for the vocabulary \(vocabulary.grammar.name)",
                    hint: "make one: voiceled models train")
            }
            own = stored.path
            provenance = stored.provenance
        }
        before = ModelInUse(model == .pooled ? .stock : .pooled, for: vocabulary).folder
        var plan = AccuracyPlan()
        plan.manifest = manifest
        let seen = Set(provenance?.recordings ?? [])
        if !seen.isEmpty {
            let entries = try RecordingList.manifest(manifest).read().entries
            plan.excludedLines = Set(
                entries.filter { entry in
                    guard let samples = try? Recording.samples(of: entry.path) else { return false }
                    return seen.contains(TrainingClip.fingerprint(of: samples))
                }.map(\.line))
            guard plan.excludedLines.count < entries.count else {
                throw BenchError(
                    "\(manifest): the model was made from all of these recordings, so they show nothing",
                    hint: "record others; what was held back in training is in `voiceled models find`")
            }
        }
        known = plan.excludedLines.count
        bench = try AccuracyBench(plan, grammar: vocabulary.grammar)
    }

    /// - Parameter tell: is called from any thread, one call at a time.
    /// - Throws: as `Ear.open`; `CancellationError`; ``BenchError`` if nothing could be heard.
    public func run(
        tell: @escaping @Sendable (AccuracyBench.Step) -> Void
    ) async throws -> (before: AccuracyScore, after: AccuracyScore) {
        (try await score(before, tell), try await score(own, tell))
    }

    private func score(
        _ folder: String, _ tell: @escaping @Sendable (AccuracyBench.Step) -> Void
    ) async throws -> AccuracyScore {
        var ears: [Ear] = []
        for _ in 0..<ProcessInfo.processInfo.activeProcessorCount {
            ears.append(try await .open(vocabulary, acousticModel: folder, calibration: .own))
        }
        let result = await bench.run(through: ears, tell: tell)
        for ear in ears { await ear.close() }
        try Task.checkCancellation()
        guard let score = result.accuracies.first else { throw BenchError("no recording could be heard") }
        return score
    }
}
