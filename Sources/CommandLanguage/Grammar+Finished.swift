extension Grammar {
    /// Whether nothing that can still be said would change what these spoken words mean: nothing may follow at all, or
    /// only a last word without a meaning of its own, such as "please".
    public func isFinished(_ words: [String]) -> Bool {
        let following = next(after: words, from: .speech)
        guard following.mayEnd, case .understood(let slots) = interpret(words) else { return false }
        return following.words.allSatisfy { word in
            let longer = words + [word]
            let rest = next(after: longer, from: .speech)
            guard rest.mayEnd, rest.words.isEmpty, case .understood(let same) = interpret(longer) else { return false }
            return same == slots
        }
    }
}
