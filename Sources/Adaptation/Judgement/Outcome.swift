public import AcousticModel

/// How clips were heard before, and after with a model that did not know them.
public struct Outcome: Sendable {
    public let method: AdaptationMethod
    public let results: [Result]
    /// The words of the recordings, in alphabetical order.
    public let words: [WordCount]
    /// Words of the vocabulary that are in no recording.
    public let missing: [String]

    /// One clip.
    public struct Result: Sendable, Equatable {
        public let name: String
        public let sentence: String
        public let speaker: String
        public let before: Hearing
        public let after: Hearing
        public let wasRight: Bool
        public let isRight: Bool
    }

    init(_ method: AdaptationMethod, _ clips: [TrainingClip], before: [Hearing], after: [Hearing], plan: TrainingPlan) {
        self.method = method
        results = clips.indices.map { index in
            Result(
                name: clips[index].name, sentence: clips[index].sentence, speaker: clips[index].speaker,
                before: before[index], after: after[index], wasRight: plan.isRight(index, before[index].text),
                isRight: plan.isRight(index, after[index].text))
        }
        var counts: [String: WordCount] = [:]
        for (clip, result) in zip(clips, results) {
            let heardBefore = Set(result.before.text.split(separator: " ").map(String.init))
            let heardAfter = Set(result.after.text.split(separator: " ").map(String.init))
            for word in Set(clip.words) {
                // Whoever says "the second light" is heard rightly with "light two".
                counts[word, default: WordCount(word)].note(
                    before: result.wasRight || heardBefore.contains(word),
                    after: result.isRight || heardAfter.contains(word))
            }
        }
        words = counts.values.sorted { $0.word < $1.word }
        missing = plan.vocabulary.subtracting(counts.keys).sorted()
    }

    public var before: Int { results.count { $0.wasRight } }
    public var after: Int { results.count { $0.isRight } }
    public var heldBack: HeldBack { HeldBack(clips: results.count, before: before, after: after) }

    /// Clips that both hear rightly, and in which the right sentence is farther from any other than before, or nearer.
    public var margins: (wider: Int, narrower: Int) {
        let both = results.filter { $0.wasRight && $0.isRight }
        return (
            both.count { $0.after.margin > $0.before.margin }, both.count { $0.after.margin < $0.before.margin }
        )
    }

    public func heldBack(of speaker: String) -> HeldBack {
        let own = results.filter { $0.speaker == speaker }
        return HeldBack(clips: own.count, before: own.count { $0.wasRight }, after: own.count { $0.isRight })
    }

    public var speakers: [String] { Set(results.map(\.speaker)).sorted() }

    /// Why it is no better than what there was; `nil` if it is.
    public var objection: String? {
        let worse = words.filter(\.isWorse)
        guard worse.isEmpty else {
            let list = worse.map {
                "\"\($0.word)\" \($0.heard.before) of \($0.heard.clips) before, \($0.heard.after) after"
            }
            return "it hears words worse than before: \(list.joined(separator: "; "))"
        }
        if after > before { return nil }
        if after < before {
            return "of \(results.count) recordings that were held back it hears \(after), \(before) before"
        }
        let (wider, narrower) = margins
        guard wider > narrower else {
            return
                "it hears no more of the held-back recordings than before, \(before) of \(results.count), and the right "
                + "sentences stand out no more from the others"
        }
        return nil
    }

    /// The best of `outcomes`: of those that nothing speaks against, the one that hears most of what was held back; if
    /// several do, the one that moves more, which has more to gain from recordings that were not held back.
    static func choose(among outcomes: [Outcome]) -> Outcome {
        let usable = outcomes.filter { $0.objection == nil }
        return (usable.isEmpty ? outcomes : usable).max { ($0.after, $0.reach) < ($1.after, $1.reach) }!
    }

    private var reach: Int {
        switch method {
        case .mllr: 1
        case .map: 2
        case .mllrThenMAP: 3
        }
    }
}
