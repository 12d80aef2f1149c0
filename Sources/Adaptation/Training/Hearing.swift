internal import PocketSphinxDecoder
internal import RealtimeQueue

/// What a model hears in a clip.
public struct Hearing: Sendable, Equatable {
    /// Empty when nothing fits.
    public let text: String
    /// How much better the sentence fits than the best that means something else, see `Evidence.runnerUp`: comparable
    /// between models, for each frame is measured against the best sound of its own model.
    public let margin: Double
    /// Pauses between words: before the word of this index.
    let pauses: Set<Int>

    /// So long a gap is a pause, in seconds.
    private static let shortestPause = 0.1

    init(_ hypothesis: Hypothesis?, _ evidence: Evidence?) {
        text = hypothesis?.text ?? ""
        margin = evidence?.runnerUp ?? 0
        let words = hypothesis?.words ?? []
        pauses = Set(words.indices.dropFirst().filter { words[$0].start - words[$0 - 1].end > Self.shortestPause })
    }

    /// Hears clips one after the other, on a thread of its own.
    ///
    /// - Parameters:
    ///   - indices: which of `clips`.
    ///   - folder: of the model.
    /// - Throws: `DecoderError`, or `CancellationError`.
    static func hear(
        _ indices: [Int], of clips: [TrainingClip], with folder: String, plan: TrainingPlan
    ) async throws -> [Hearing] {
        try Task.checkCancellation()
        var settings = DecoderSettings(
            acousticModel: folder, dictionary: .text(plan.dictionary), grammar: plan.grammar)
        // Weighed against the rest of the grammar only.
        settings.otherWords = ""
        let (isRight, asked) = (plan.isRight, settings)
        return try await withCheckedThrowingContinuation { continuation in
            let hasStarted = NamedThread.start("hearing") { _ in
                continuation.resume(
                    with: Result {
                        var decoder = try Decoder(asked)
                        return try indices.map { index in
                            let samples = clips[index].samples
                            let weighed = try decoder.weigh(samples.span) {
                                isRight(index, $0) && isRight(index, $1)
                            }
                            return Hearing(weighed?.hypothesis, weighed?.evidence)
                        }
                    })
            }
            if !hasStarted {
                continuation.resume(throwing: AdaptationError(.failed, "the system has no thread left to listen with"))
            }
        }
    }
}
