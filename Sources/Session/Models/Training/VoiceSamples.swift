import Adaptation
import Audio
import CommandLanguage
import Recognition
import SpeechEmbedding
import WordPrototypes

/// What the second opinion can learn from the recordings of a training: samples of whole sentences of a word or two.
struct VoiceSamples: ~Copyable {
    private var embedder: SpeechEmbedder
    private let grammar: Grammar
    private let policy = SecondOpinion()

    /// Of each word; more of them change little, and take their time in each program that loads them.
    private static let most = 8

    /// - Throws: `SpeechEmbeddingError`.
    init(for grammar: Grammar, _ files: EmbeddingFiles) throws(SpeechEmbeddingError) {
        embedder = try SpeechEmbedder(files)
        self.grammar = grammar
    }

    /// - Throws: `SpeechEmbeddingError`; `CancellationError`.
    mutating func enrolment(from clips: [TrainingClip]) throws -> Enrolment {
        var samples: [String: [[Float]]] = [:]
        for (sentence, clips) in Dictionary(grouping: clips, by: { $0.words.joined(separator: " ") }) {
            guard policy.comparesWords(of: sentence), case .understood = grammar.interpret(line: sentence) else {
                continue
            }
            samples[sentence] = try Self.chosen(clips).map { clip in
                try Task.checkCancellation()
                return try embedder.features(of: Self.speech(in: clip.samples).span)
            }
        }
        return Enrolment(samples: samples)
    }

    /// At most ``most``, of as many people as there are.
    private static func chosen(_ clips: [TrainingClip]) -> [TrainingClip] {
        let people = Dictionary(grouping: clips, by: \.speaker).sorted { $0.key < $1.key }.map(\.value)
        let rounds = (0..<(people.map(\.count).max() ?? 0)).flatMap { round in
            people.compactMap { $0.indices.contains(round) ? $0[round] : nil }
        }
        return Array(rounds.prefix(most))
    }

    /// From the first sound of speech to the last, as `listen` would cut it; all of it if nothing stands out.
    private static func speech(in samples: [Int16]) -> [Int16] {
        var endpointer = Endpointer()
        var extents: [EndpointerEvent.Extent] = []
        func note(_ event: EndpointerEvent?) {
            if case .speechEnded(let extent, _) = event { extents.append(extent) }
        }
        for start in stride(from: 0, to: samples.count, by: AudioFormat.samplesPerFrame) {
            let end = min(start + AudioFormat.samplesPerFrame, samples.count)
            note(endpointer.process(samples.span.extracting(start..<end)))
        }
        note(endpointer.finish())
        guard let first = extents.first, let last = extents.last else { return samples }
        return Array(samples[max(0, first.start)..<min(samples.count, last.end)])
    }
}
