public import Accuracy
public import AcousticModel
public import Adaptation
import CommandLanguage
import Foundation
import PocketSphinxDecoder
import SpeechEmbedding
public import VocabularyFiles
public import WordPrototypes

/// Makes a model of the user's own for one vocabulary, from recordings, and keeps it if it is better.
public struct ModelTraining: Sendable {
    private let vocabulary: Vocabulary
    private let clips: [TrainingClip]
    private let labels: [Label]

    /// Reads the recordings.
    ///
    /// - Parameter tell: gets the recordings that are left out, each with its reason.
    /// - Throws: `ManifestError`, `VocabularyError`, ``BenchError``; `AdaptationError` if too few can be used.
    public init(
        _ recordings: [RecordingList], for vocabulary: Vocabulary, tell: ([ManifestError.Problem]) -> Void
    ) throws {
        self.vocabulary = vocabulary
        var intake = RecordingIntake(
            grammar: vocabulary.grammar, pronounced: vocabulary.pronunciations?.words ?? [])
        for list in recordings {
            let manifest = try list.read()
            for entry in manifest.entries { intake.take(entry, of: manifest.path) }
        }
        clips = intake.clips
        labels = intake.labels
        tell(intake.problems)
        guard clips.count >= Trainer.fewestClips else {
            throw AdaptationError(
                .unusable,
                "\(clips.count) usable recordings are too few to learn from: \(Trainer.fewestClips) at least",
                hint: "each that was left out is named above, with the reason")
        }
    }

    public var count: Int { clips.count }
    public var speakers: Int { Set(clips.map(\.speaker)).count }
    public var seconds: Double { clips.reduce(0) { $0 + $1.seconds } }

    /// Makes the model. Nothing that is in use changes.
    ///
    /// - Parameters:
    ///   - base: folder of the model to start from.
    ///   - methods: among which the held-back recordings choose.
    ///   - current: the user's own model so far.
    /// - Throws: `AdaptationError`, `ParameterError`, `DecoderError`, ``CanaryError``, `CancellationError`.
    public func run(
        on base: String, methods: [AdaptationMethod], current: StoredModel?,
        tell: @escaping @Sendable (TrainingProgress) -> Void
    ) async throws -> Training {
        let toolkit = try Toolkit()
        let (jsgf, dictionary) = try vocabulary.forDecoder()
        let labels = labels
        let spoken = vocabulary.grammar
        var plan = TrainingPlan(
            base: base, grammar: jsgf, dictionary: dictionary,
            vocabulary: spoken.vocabulary, methods: methods, jobs: ProcessInfo.processInfo.activeProcessorCount
        ) { clip, text in
            guard case .understood(let slots) = spoken.interpret(line: text) else { return false }
            return labels[clip].isMeant(by: text, slots: slots)
        }
        plan.current = current
        let training = try await Trainer(plan, toolkit: toolkit).train(on: clips, tell: tell)
        // What the decoder does not survive must not be kept.
        try await Canary().send(
            ahead: DecoderSettings(acousticModel: training.folder, dictionary: .text(dictionary), grammar: jsgf))
        return training
    }

    /// What the second opinion can learn from the same recordings; of words that are not among them it keeps what came with
    /// the model that was the base.
    ///
    /// - Returns: `nil` if it is not installed.
    /// - Throws: `SpeechEmbeddingError`, `CancellationError`; what the base has may be unusable too.
    public func enrolment(onto base: String) throws -> Enrolment? {
        guard let files = EmbeddingFiles.own, files.missing.isEmpty else { return nil }
        var samples = try VoiceSamples(for: vocabulary.grammar, files)
        let enrolment = try samples.enrolment(from: clips)
        let known = try Enrolment(keptIn: ModelFiles.enrolment(in: base), featureCount: SpeechEmbedder.count)
        return enrolment.keeping(known)
    }

    /// Takes the model into use; the one before can be had back.
    ///
    /// - Parameter enrolment: goes with it wherever it goes.
    /// - Throws: `AdaptationError`.
    public func keep(
        _ training: Training, with enrolment: Enrolment?, in store: ModelStore
    ) async throws -> StoredModel {
        let grammar = vocabulary.grammar
        // The folder of somebody's own model is nobody else's business.
        let isStock = training.base == DecoderSettings.englishModel
        let base = isStock ? training.base : URL(filePath: training.base).lastPathComponent
        let provenance = Provenance(
            name: grammar.name, vocabulary: grammar.name, words: grammar.vocabulary.sorted(), language: "en",
            method: training.chosen.method, base: base,
            licence: "BSD, as the model it was made from; the voices belong to those who spoke",
            made: Date.now.formatted(.iso8601), clips: clips.count, speakers: speakers,
            seconds: seconds.rounded(toDecimals: 1), heldBack: training.chosen.heldBack,
            recordings: clips.map(\.fingerprint).sorted())
        return try await store.keep(filesIn: training.folder, provenance, enrolment: enrolment?.text)
    }
}
