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
    /// - Parameters:
    ///   - noise: path of a recording of noise, or of a list of some; then each recording is learnt from once more with
    ///     5 to 20 dB between it and noise, and has to be heard so too.
    ///   - tell: gets the recordings that are left out, each with its reason.
    /// - Throws: `ManifestError`, `VocabularyError`, ``BenchError``, `SoundFileError`; `AdaptationError` if too few can be
    ///   used.
    public init(
        _ recordings: [RecordingList], in noise: String? = nil, for vocabulary: Vocabulary,
        tell: ([ManifestError.Problem]) -> Void
    ) throws {
        self.vocabulary = vocabulary
        var intake = RecordingIntake(
            grammar: vocabulary.grammar, pronounced: vocabulary.pronunciations?.words ?? [])
        for list in recordings {
            let manifest = try list.read()
            for entry in manifest.entries { intake.take(entry, of: manifest.path) }
        }
        var (clips, labels) = (intake.clips, intake.labels)
        if let noise {
            clips += Self.copies(of: clips, in: try NoiseMixer(recordedIn: noise, seed: 1))
            labels += labels
        }
        self.clips = clips
        self.labels = labels
        tell(intake.problems)
        guard count >= Trainer.fewestClips else {
            throw AdaptationError(
                .unusable,
                "\(count) usable recordings are too few to learn from: \(Trainer.fewestClips) at least",
                hint: "each that was left out is named above, with the reason")
        }
    }

    /// In as many distances as there are decibels between the two.
    private static let distances = 5...20

    private static func copies(of clips: [TrainingClip], in mixer: NoiseMixer) -> [TrainingClip] {
        clips.enumerated().map { index, clip in
            // Seven has no divisor in common with their number: neighbours differ, and all come up alike.
            let distance = Double(distances.lowerBound + index * 7 % distances.count)
            return TrainingClip(
                name: "\(clip.name) in noise", samples: mixer.mix(into: clip.samples, snr: distance, clip: index),
                words: clip.words, speaker: clip.speaker, original: index)
        }
    }

    /// As they were recorded.
    private var originals: [TrainingClip] { clips.filter { $0.original == nil } }

    public var count: Int { originals.count }
    public var hasNoise: Bool { count < clips.count }
    public var speakers: Int { Set(clips.map(\.speaker)).count }
    public var seconds: Double { originals.reduce(0) { $0 + $1.seconds } }

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
        let enrolment = try samples.enrolment(from: originals)
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
        let base = baseName(of: training)
        let provenance = Provenance(
            name: grammar.name, vocabulary: grammar.name, words: grammar.vocabulary.sorted(), language: "en",
            method: training.chosen.method, base: base,
            licence: "BSD, as the model it was made from; the voices belong to those who spoke",
            made: Date.now.formatted(.iso8601), clips: count, speakers: speakers,
            seconds: seconds.rounded(toDecimals: 1), heldBack: training.chosen.heldBack,
            recordings: originals.map(\.fingerprint).sorted())
        return try await store.keep(filesIn: training.folder, provenance, enrolment: enrolment?.text)
    }

    /// The folder of somebody's own model is nobody else's business.
    private func baseName(of training: Training) -> String {
        if training.base == DecoderSettings.englishModel { return training.base }
        let pooled = ModelInUse(.pooled, for: vocabulary).folder
        return training.base == pooled ? "the pooled model" : URL(filePath: training.base).lastPathComponent
    }
}
