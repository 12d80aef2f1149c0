internal import CPocketSphinx

extension Hypothesis {
    /// What a decoder has found in the utterance that has just ended; `nil` if no sentence fits at all.
    init?(of decoder: OpaquePointer) {
        var score: Int32 = 0
        guard let text = ps_get_hyp(decoder, &score), text.pointee != 0 else { return nil }
        // The library owns `text` until the next utterance: copy it now.
        self.init(text: String(cString: text), words: Self.words(of: decoder), score: Int(score))
    }

    private static func words(of decoder: OpaquePointer) -> [Word] {
        var words: [Word] = []
        var segment = ps_seg_iter(decoder)
        while let current = segment {
            if let name = ps_seg_word(current), let text = spoken(String(cString: name)) {
                var first: CInt = 0
                var last: CInt = 0
                var acousticScore: Int32 = 0
                ps_seg_frames(current, &first, &last)
                ps_seg_prob(current, &acousticScore, nil, nil)
                words.append(
                    Word(text: text, start: Double(first) / 100, end: Double(last + 1) / 100, score: Int(acousticScore))
                )
            }
            segment = ps_seg_next(current)
        }
        return words
    }

    /// The word as the grammar writes it: no silence, no noise, no number of a pronunciation.
    static func spoken(_ name: String) -> String? {
        guard let first = name.first, first != "<", first != "[", first != "(", !name.hasPrefix("++") else {
            return nil
        }
        guard name.hasSuffix(")"), let bracket = name.lastIndex(of: "(") else { return name }
        return String(name[..<bracket])
    }
}
