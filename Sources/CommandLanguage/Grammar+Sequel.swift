extension Grammar {
    /// Whether nothing that can still be said would change what these spoken words mean: nothing may follow at all, or
    /// only last words without a meaning of their own, such as "please".
    public func isFinished(_ words: [String]) -> Bool {
        sequel(of: words) == .nothing
    }

    /// Whether what these spoken words mean stands, whatever follows: at most another command after a `then`.
    public func isSettled(_ words: [String]) -> Bool {
        sequel(of: words) != .anything
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

    private func sequel(of words: [String]) -> Matcher.Sequel {
        var matcher = Matcher(automaton, ignoresTyped: true)
        let pieces = words.flatMap(WordPieces.pieces(of:))
        guard pieces.count <= Limits.words, pieces.allSatisfy({ matcher.advance(over: $0) }) else { return .anything }
        return matcher.sequel
    }
}
