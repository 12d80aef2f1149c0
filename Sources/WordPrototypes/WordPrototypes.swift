/// What words are like on the average: a few-shot recogniser over the features of an utterance. Pure.
///
/// A sound is projected onto the axes that tell words apart and speakers not; there the direction counts. A word's score
/// is the cosine of the angle to its prototype, less a share of the cosine to the nearest of what it is not.
public struct WordPrototypes: Equatable, Sendable {
    /// Of the features, subtracted before all else.
    public internal(set) var mean: [Float]
    /// Each as long as ``mean``.
    public internal(set) var axes: [[Float]]
    public internal(set) var words: [Word]
    /// Other speech and noise: directions that are no word's.
    public internal(set) var others: [[Float]]
    /// How much the nearest of what a word is not counts.
    public internal(set) var otherWeight: Double
    /// The least score that an utterance is taken for a word with, where nothing else is known of it.
    public internal(set) var leastScore: Double

    /// A word, or two, and its direction: of length 1, one number for each axis.
    public struct Word: Equatable, Sendable {
        public let text: String
        public internal(set) var direction: [Float]
    }

    /// How much each word is like the sound, best first.
    ///
    /// - Parameters:
    ///   - features: as many numbers as ``mean`` has.
    ///   - isCandidate: which words can have been said. The others count among what the candidates are not.
    public func scores(of features: [Float], among isCandidate: (String) -> Bool = { _ in true }) -> [WordScore] {
        let direction = direction(of: features)
        var nearestOther = others.map { Self.dot($0, direction) }.max() ?? 0
        var candidates: [(text: String, cosine: Double)] = []
        for word in words {
            let cosine = Self.dot(word.direction, direction)
            if isCandidate(word.text) {
                candidates.append((word.text, cosine))
            } else {
                nearestOther = max(nearestOther, cosine)
            }
        }
        return candidates.map { WordScore(text: $0.text, score: $0.cosine - otherWeight * nearestOther) }
            .sorted { $0.score > $1.score }
    }

    /// Where a sound lies on the axes, as a direction.
    ///
    /// - Precondition: as many numbers as ``mean`` has.
    public func direction(of features: [Float]) -> [Float] {
        precondition(features.count == mean.count, "these are no features of this model")
        let centred = zip(features, mean).map { $0 - $1 }
        return Self.normalised(axes.map { Float(Self.dot($0, centred)) })
    }

    static func dot(_ left: [Float], _ right: [Float]) -> Double {
        var sum: Float = 0
        for place in 0..<min(left.count, right.count) { sum += left[place] * right[place] }
        return Double(sum)
    }

    static func normalised(_ vector: [Float]) -> [Float] {
        let length = dot(vector, vector).squareRoot()
        return length > 0 ? vector.map { $0 / Float(length) } : vector
    }
}
