import Audio
import CommandLanguage
import Foundation
import PocketSphinxDecoder
import RealtimeQueue
import Recognition
import SoundFile
import Synchronization
public import VocabularyFiles

/// One way from sound to words. Another engine is another line of ``all(for:)``.
public struct InferenceEngine: Sendable {
    public let name: String
    private let hear: @Sendable (_ path: String) async throws -> [Inference.Guess]

    /// - Parameter hear: throws whatever says why it cannot.
    init(_ name: String, hear: @escaping @Sendable (_ path: String) async throws -> [Inference.Guess]) {
        self.name = name
        self.hear = hear
    }

    /// All that is installed, the one that `listen` asks first at the top.
    public static func all(for vocabulary: Vocabulary) -> [InferenceEngine] {
        var engines: [InferenceEngine] = []
        var folders: Set<String> = []
        for (name, choice) in [("own", ModelChoice.own), ("pooled", .pooled), ("stock", .stock)].reversed() {
            let folder = ModelInUse(choice, for: vocabulary).folder
            // Each falls back on the next.
            guard folders.insert(folder).inserted else { continue }
            let engine = InferenceEngine("grammar, \(name) model") { try await search($0, vocabulary, with: folder) }
            engines.insert(engine, at: 0)
        }
        engines.append(InferenceEngine("words, second opinion") { try await words($0, vocabulary) })
        engines.append(InferenceEngine("dictation, stock model") { try await dictation($0) })
        return engines
    }

    /// Hears a recording. What goes wrong is told as the engine's answer, so that the others are heard too.
    public func infer(_ path: String) async -> Inference {
        do {
            return Inference(engine: name, problem: nil, guesses: try await hear(path))
        } catch {
            return Inference(engine: name, problem: "\(error)", guesses: [])
        }
    }

    /// As `listen` hears: end-points, search in the grammar, judgement.
    private static func search(
        _ path: String, _ vocabulary: Vocabulary, with model: String
    ) async throws -> [Inference.Guess] {
        let (decisions, utterances) = try await listen(to: path, vocabulary, with: model)
        return decisions.enumerated().map { index, decision in
            Inference.Guess(
                text: decision.heard.text, span: decision.heard.span, confidence: decision.heard.confidence,
                score: index < utterances.count ? utterances[index].scorePerFrame : nil,
                isAccepted: decision.isAccepted, reason: decision.reason,
                meaning: decision.slots.map(\.description).joined(separator: " "))
        }
    }

    static func listen(
        to path: String, _ vocabulary: Vocabulary, with model: String
    ) async throws -> ([Decision], [RecognizedUtterance]) {
        let ear = try await Ear.open(vocabulary, acousticModel: model, calibration: .own)
        let decisions = Mutex<[Decision]>([])
        let utterances = Mutex<[RecognizedUtterance]>([])
        let session = Session(grammar: vocabulary.grammar, lights: try await Lights.open(.none)) { event in
            if case .utterance(let decision) = event { decisions.withLock { $0.append(decision) } }
        }
        do {
            try await session.replay(path, through: ear, pace: .unpaced) { event in
                if case .utterance(let heard) = event { utterances.withLock { $0.append(heard) } }
            }
        } catch {
            await ear.close()
            throw error
        }
        await ear.close()
        return (decisions.withLock { $0 }, utterances.withLock { $0 })
    }

    /// Any English words in any order.
    private static func dictation(_ path: String) async throws -> [Inference.Guess] {
        let samples = try Recording.samples(of: path)
        return try await withCheckedThrowingContinuation { continuation in
            let hasStarted = NamedThread.start("dictation") { _ in
                continuation.resume(with: Result { try dictate(samples) })
            }
            if !hasStarted { continuation.resume(throwing: BenchError("the system has no thread left to listen with")) }
        }
    }

    private static func dictate(_ samples: [Int16]) throws -> [Inference.Guess] {
        var decoder = try Decoder(
            DecoderSettings(
                acousticModel: DecoderSettings.englishModel, dictionaryPath: DecoderSettings.englishDictionary,
                languageModel: DecoderSettings.englishLanguageModel))
        guard let hypothesis = try decoder.decode(samples.span) else { return [] }
        let span = hypothesis.words.first.map { first in
            Heard.Span(start: first.start, end: hypothesis.words.last?.end ?? first.end)
        }
        return [
            Inference.Guess(
                text: hypothesis.text, span: span, confidence: nil,
                score: Double(hypothesis.score) / Double(max(1, samples.count / 160)), isAccepted: nil, reason: nil,
                meaning: "")
        ]
    }
}

extension RecognizedUtterance {
    fileprivate var scorePerFrame: Double? {
        hypothesis.map { Double($0.score) / Double(max(1, utterance.samples.count / 160)) }
    }
}
