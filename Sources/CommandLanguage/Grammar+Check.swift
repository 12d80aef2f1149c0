extension Grammar {
    /// The words that the decoder must know and the dictionary does not, each with the place where it stands first.
    public func missingWords(in dictionary: PronunciationDictionary) -> [GrammarDiagnostic] {
        let missing = (decoderGrammar?.firstUse ?? [:]).filter { !dictionary.contains($0.key) }
        return missing.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map { word, offset in
            source.diagnostic(
                .missingWord, at: offset, "the word '\(word)' has no pronunciation",
                hint: word.contains(where: \.isNumber)
                    ? "write it as it is spoken, or put it in a rule with /** @typed */ before it"
                    : "add a line with its sounds to the dictionary, such as: light L AY T")
        }
    }

    /// Sentences with two meanings, found by trying.
    ///
    /// - Parameter count: how many sentences to try.
    /// - Returns: a warning for each, at the first public rule. An empty list is no proof.
    public func ambiguities(among count: Int) -> [GrammarDiagnostic] {
        examples(limit: count, from: .text).compactMap { sentence in
            guard case .understood(let slots) = interpret(sentence.words), slots != sentence.slots else { return nil }
            func text(_ slots: [Slot]) -> String { slots.map(\.description).joined(separator: " ") }
            return source.diagnostic(
                .ambiguousSentence, at: publicRuleOffset,
                "'\(sentence.text)' has two meanings: {\(text(slots))}, which counts, and {\(text(sentence.slots))}",
                hint: "the alternative that stands first counts; remove the other if that is not what you want")
        }
    }
}
