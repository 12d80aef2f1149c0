public import CommandLanguage

/// Which sentences of a grammar a person is asked for.
public enum PhraseChoice {
    /// So many sentences are looked at, and so many are asked for at most.
    private static let candidates = 600
    private static let most = 60

    /// Short sentences in which every word of the vocabulary comes up, as far as possible; each takes the words that
    /// are still missing into as few as will do.
    public static func covering(_ grammar: Grammar) -> [String] {
        // In lower case, as the decoder knows them.
        var missing = grammar.vocabulary
        var rest = grammar.examples(limit: candidates).map(\.words)
        var chosen: [String] = []
        while !missing.isEmpty, chosen.count < most {
            // Of new words for each word that has to be said; a little for the silence around a sentence.
            func gain(_ words: [String]) -> Double {
                Double(missing.intersection(words.map { $0.lowercased() }).count) / (Double(words.count) + 0.5)
            }
            guard let best = rest.max(by: { gain($0) < gain($1) }), gain(best) > 0 else { break }
            chosen.append(best.joined(separator: " "))
            missing.subtract(best.map { $0.lowercased() })
            rest.removeAll { $0 == best }
        }
        return chosen
    }
}
