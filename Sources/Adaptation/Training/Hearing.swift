internal import PocketSphinxDecoder
internal import RealtimeQueue

/// What a model hears in a clip.
public struct Hearing: Sendable, Equatable {
    /// Empty when nothing fits.
    public let text: String
    /// How well the sentence fits, for a frame of 10 ms; only comparable within one clip.
    public let fit: Double
    /// Pauses between words: before the word of this index.
    let pauses: Set<Int>

    /// So long a gap is a pause, in seconds.
    private static let shortestPause = 0.1

    init(_ hypothesis: Hypothesis?, samples: Int) {
        text = hypothesis?.text ?? ""
        fit = Double(hypothesis?.score ?? 0) / Double(max(1, samples / 160))
        let words = hypothesis?.words ?? []
        pauses = Set(words.indices.dropFirst().filter { words[$0].start - words[$0 - 1].end > Self.shortestPause })
    }

    /// Hears `clips` one after the other with the model in `folder`, on a thread of its own.
    ///
    /// - Throws: `DecoderError`, or `CancellationError`.
    static func hear(_ clips: [TrainingClip], with settings: DecoderSettings) async throws -> [Hearing] {
        try Task.checkCancellation()
        return try await withCheckedThrowingContinuation { continuation in
            let hasStarted = NamedThread.start("hearing") { _ in
                continuation.resume(
                    with: Result {
                        var decoder = try Decoder(settings)
                        return try clips.map { clip in
                            Hearing(try decoder.decode(clip.samples.span), samples: clip.samples.count)
                        }
                    })
            }
            if !hasStarted {
                continuation.resume(throwing: AdaptationError(.failed, "the system has no thread left to listen with"))
            }
        }
    }
}
