extension Grammar {
    /// Whether these spoken words are a sentence that nothing can follow.
    public func isFinished(_ words: [String]) -> Bool {
        let following = next(after: words, from: .speech)
        return following.mayEnd && following.words.isEmpty
    }

    /// Whether what these spoken words mean stands, whatever follows: at most words without a meaning of their own, such as
    /// "please", and another command after a `then`.
    public func isSettled(_ words: [String]) -> Bool {
        var matcher = Matcher(automaton, ignoresTyped: true)
        let pieces = words.flatMap(WordPieces.pieces(of:))
        guard pieces.count <= Limits.words, pieces.allSatisfy({ matcher.advance(over: $0) }) else { return false }
        return matcher.isSettled
    }

    /// What is added by the words that follow `beginning`, a whole sentence, after a `then`.
    ///
    /// - Returns: those words and what they mean; `nil` if `words` do not begin so, or add something else.
    public func addition(of words: [String], to beginning: [String]) -> (words: [String], slots: [Slot])? {
        guard words.count > beginning.count, words.starts(with: beginning),
            case .understood(let known) = interpret(beginning), case .understood(let slots) = interpret(words),
            slots.starts(with: known + [.then])
        else { return nil }
        return (Array(words.dropFirst(beginning.count)), Array(slots.dropFirst(known.count + 1)))
    }
}
