extension Grammar {
    /// What the words mean, `@typed` rules included.
    ///
    /// Words are compared without regard to case, punctuation at their ends and the way their characters are composed;
    /// a number is a word by itself (`50%` is `50` and `%`). Of several meanings that of the earlier alternative counts.
    /// Takes time in proportion to the number of words.
    ///
    /// - Parameter words: those of one utterance, of the decoder or of ``words(of:)``. Only the first
    ///   ``Limits/words`` are looked at.
    public func interpret(_ words: [String]) -> Interpretation {
        var matcher = Matcher(automaton)
        var count = 0
        for (index, word) in words.enumerated() {
            for piece in WordPieces.pieces(of: word) {
                count += 1
                guard count <= Limits.words else { return .stuck(at: index, expected: []) }
                guard matcher.advance(over: piece) else { return .stuck(at: index, expected: matcher.expected) }
            }
        }
        return matcher.meaning.map(Interpretation.understood) ?? .incomplete(expected: matcher.expected)
    }

    /// What a typed line means: ``interpret(_:)`` of its words.
    public func interpret(line: String) -> Interpretation {
        interpret(Self.words(of: line))
    }

    /// The words of a line, as ``Interpretation/stuck(at:expected:)`` counts them: what white space separates.
    public static func words(of line: String) -> [String] {
        line.split(whereSeparator: \.isWhitespace).map(String.init)
    }

    /// What may follow, for completion and for knowing that a sentence is over.
    ///
    /// - Parameters:
    ///   - words: the beginning of a sentence; none at its very beginning.
    ///   - way: whether `@typed` words count.
    /// - Returns: nothing at all if no sentence begins so.
    public func next(after words: [String], from way: InputWay = .text) -> NextWords {
        var matcher = Matcher(automaton, ignoresTyped: way == .speech)
        let pieces = words.flatMap(WordPieces.pieces(of:))
        guard pieces.count <= Limits.words, pieces.allSatisfy({ matcher.advance(over: $0) }) else {
            return NextWords(words: [], mayEnd: false)
        }
        return NextWords(words: matcher.expected, mayEnd: matcher.meaning != nil)
    }
}
