internal import CPocketSphinx

/// How well the best path of a search fits the sound, and where its words lie.
///
/// Only the sound counts, not what a search charges for a word or a silence: so searches can be compared.
struct Alignment {
    /// The logarithm of the likelihood of the whole utterance.
    private(set) var total = 0.0

    /// Frames that the path accounts for.
    private(set) var frames = 0

    /// The frames from the beginning of the first word to the end of the last; `nil` without words.
    private(set) var words: Range<Int>?

    /// That of the search which has just ended an utterance.
    init(of decoder: OpaquePointer) {
        var segment = ps_seg_iter(decoder)
        while let current = segment {
            add(current)
            segment = ps_seg_next(current)
        }
    }

    private mutating func add(_ segment: OpaquePointer) {
        var first: CInt = 0
        var last: CInt = 0
        var score: Int32 = 0
        ps_seg_frames(segment, &first, &last)
        ps_seg_prob(segment, &score, nil, nil)
        // Empty transitions of a grammar have a place but no sound.
        guard let name = ps_seg_word(segment), String(cString: name) != "(NULL)", first >= 0, last >= first else {
            return
        }
        total += Double(score)
        frames += Int(last - first) + 1
        if Hypothesis.spoken(String(cString: name)) != nil {
            words = (words?.lowerBound ?? Int(first))..<Int(last) + 1
        }
    }
}
