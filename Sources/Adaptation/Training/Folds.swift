/// Which clips are held back together.
enum Folds {
    static let most = 5

    /// By speaker where there are several, so that nobody is tested with what was learnt from themselves.
    ///
    /// Of one or two people, the clips of each sentence are spread over all parts; unless words of the vocabulary are in
    /// no clip: then whole sentences are held back together, so that what was never said is what is tested. A changed copy
    /// goes with its original.
    ///
    /// - Returns: for each clip its part, from 0; at least two parts, none of them empty.
    static func assign(_ clips: [TrainingClip], holdingSentences: Bool) -> [Int] {
        let speakers = Dictionary(grouping: clips.indices) { clips[$0].speaker }
        if speakers.count >= 3 { return balanced(speakers, parts: most) }
        let sentences = Dictionary(grouping: clips.indices) { clips[$0].sentence }
        if holdingSentences, sentences.count >= 2 { return balanced(sentences, parts: most - 1) }
        var folds = [Int](repeating: 0, count: clips.count)
        let parts = min(most - 1, clips.count { $0.original == nil })
        var next = 0
        for (_, indices) in sentences.sorted(by: { $0.key < $1.key }) {
            for index in indices where clips[index].original == nil {
                folds[index] = next % parts
                next += 1
            }
        }
        for (index, clip) in clips.enumerated() {
            if let original = clip.original { folds[index] = folds[original] }
        }
        return folds
    }

    /// The largest groups first, each goes where the fewest clips are so far.
    private static func balanced(_ groups: [String: [Int]], parts: Int) -> [Int] {
        let groups = groups.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map(\.value)
        let parts = min(parts, groups.count)
        var counts = [Int](repeating: 0, count: parts)
        var folds: [Int: Int] = [:]
        for group in groups {
            let part = counts.indices.min { counts[$0] < counts[$1] }!
            counts[part] += group.count
            for index in group { folds[index] = part }
        }
        return folds.sorted { $0.key < $1.key }.map(\.value)
    }
}
