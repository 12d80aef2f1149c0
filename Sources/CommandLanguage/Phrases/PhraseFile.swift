/// A JSGF file of a user's own phrases, to which phrases are added and from which they are taken.
///
/// Each phrase is a public rule on a line of its own. Whatever else stands in the file, comments and rules written by
/// hand, is left as it is. A value; may be used from any thread.
public struct PhraseFile: Sendable {
    public let text: String
    /// The name that messages give to it.
    public let file: String
    public let parsed: ParsedGrammar

    /// - Throws: ``GrammarError`` for the first slip of syntax. A file without rules is none.
    public init(parsing text: String, file: String) throws(GrammarError) {
        // Offsets are counted without the mark.
        self.text = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
        self.file = file
        parsed = try ParsedGrammar(parsing: text, file: file)
    }

    /// A file without phrases yet, which explains itself.
    ///
    /// - Parameter grammar: to which the phrases will be added.
    public init(for grammar: ParsedGrammar, file: String) throws(GrammarError) {
        let locale = grammar.locale.map { " UTF-8 \($0)" } ?? ""
        try self.init(
            parsing: """
                #JSGF V1.0\(locale);

                /*
                 * Your own phrases for the grammar \(grammar.name). `voiceled words` writes here; so may you:
                 *
                 *     public <any-name> = words to say {color=blue level=20};
                 *
                 * Of two sentences with the same words the one in this file counts. Words that the dictionaries lack have
                 * their sounds in phrases.dict beside it.
                 */
                grammar phrases;


                """, file: file)
    }

    /// The phrases that are a rule each, in the order of the file.
    public var phrases: [Phrase] { rules.map { $0.phrase } }

    /// The public rules that are more than one phrase, as `file:line`.
    public var otherRules: [(name: String, place: String)] {
        let ours = Set(rules.map { $0.definition.name })
        return parsed.tree.rules.filter { $0.isPublic && !ours.contains($0.name) }.map { rule in
            (rule.name, "\(file):\(parsed.source.position(at: rule.offset).line)")
        }
    }

    /// The phrase with these words, compared as a grammar compares them.
    public func phrase(saying words: [String]) -> Phrase? { rule(saying: words)?.phrase }

    /// The file with one more phrase, at its end, or in the place of the one with the same words.
    ///
    /// - Throws: ``GrammarError`` if the words are none that JSGF can write.
    public func adding(_ phrase: Phrase) throws(GrammarError) -> PhraseFile {
        if let old = rule(saying: phrase.words) {
            return try replacing(old.definition.range, with: phrase.rule(named: old.definition.name))
        }
        let separator = text.isEmpty || text.last?.isNewline == true ? "" : "\n"
        return try PhraseFile(
            parsing: text + separator + phrase.rule(named: freeName(for: phrase)) + "\n", file: file)
    }

    /// The file without the phrase that has these words, and without its line if nothing else stands there.
    ///
    /// - Returns: `nil` if there is no such phrase.
    public func removing(saying words: [String]) throws(GrammarError) -> PhraseFile? {
        guard let rule = rule(saying: words) else { return nil }
        let bytes = parsed.source.bytes
        func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        func isNewline(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
        var start = rule.definition.range.lowerBound
        var end = rule.definition.range.upperBound
        while start > 0, isBlank(bytes[start - 1]) { start -= 1 }
        while end < bytes.count, isBlank(bytes[end]) { end += 1 }
        guard start == 0 || isNewline(bytes[start - 1]), end == bytes.count || isNewline(bytes[end]) else {
            return try replacing(rule.definition.range, with: "")
        }
        if end < bytes.count, bytes[end] == UInt8(ascii: "\r") { end += 1 }
        if end < bytes.count, bytes[end] == UInt8(ascii: "\n") { end += 1 }
        return try replacing(start..<end, with: "")
    }

    // MARK: -

    private var rules: [(phrase: Phrase, definition: RuleDefinition)] {
        parsed.tree.rules.compactMap { rule in
            guard rule.isPublic, let phrase = rule.expansion.phrase else { return nil }
            return (phrase, rule)
        }
    }

    private func rule(saying words: [String]) -> (phrase: Phrase, definition: RuleDefinition)? {
        rules.first { $0.phrase.hasWords(of: words) }
    }

    private func replacing(_ range: Range<Int>, with text: String) throws(GrammarError) -> PhraseFile {
        var bytes = parsed.source.bytes
        bytes.replaceSubrange(range, with: text.utf8)
        return try PhraseFile(parsing: String(decoding: bytes, as: UTF8.self), file: file)
    }

    private func freeName(for phrase: Phrase) -> String {
        let name = phrase.words.joined(separator: "-").lowercased()
            .map { $0.isLetter || $0.isNumber || $0 == "-" ? "\($0)" : "_" }.joined()
        guard parsed.tree.indexOfRule[name] != nil else { return name }
        var number = 2
        while parsed.tree.indexOfRule["\(name)-\(number)"] != nil { number += 1 }
        return "\(name)-\(number)"
    }
}

extension Expansion {
    /// The one phrase that this is; `nil` if there is a choice in it, or words without meaning.
    fileprivate var phrase: Phrase? {
        var words: [String] = []
        var slots: [Slot] = []
        guard collect(&words, &slots) else { return nil }
        return Phrase(words: words, slots: slots)
    }

    private func collect(_ words: inout [String], _ slots: inout [Slot]) -> Bool {
        switch self {
        case .token(let token):
            words += token.text.split(whereSeparator: \.isWhitespace).map(String.init)
            return true
        case .null: return true
        case .sequence(let items): return items.allSatisfy { $0.collect(&words, &slots) }
        case .tagged(let inner, let more):
            guard inner.collect(&words, &slots) else { return false }
            slots += more
            return true
        case .reference, .void, .alternatives, .optional, .zeroOrMore, .oneOrMore: return false
        }
    }
}
