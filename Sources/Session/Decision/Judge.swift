internal import Audio
public import CommandLanguage

/// Turns what was heard into a decision. Pure: no board, no clock.
public struct Judge: Sendable {
    let grammar: Grammar

    /// A single command word is over sooner; what lasts longer was part of other speech. In seconds.
    ///
    /// On recorded people this refused no single-word command and four fifths of the words found in running speech.
    static let longestSingleWord = 2.0

    /// What the endpointer had to cut off, and so is part of something longer. In seconds.
    static let longestUtterance = EndpointerSettings().maximumLength / .seconds(1) - 0.02

    public init(grammar: Grammar) { self.grammar = grammar }

    /// - Parameter isAsleep: only the words that wake are obeyed then.
    public func decide(on heard: Heard, isAsleep: Bool) -> Decision {
        func refuse(_ reason: String, slots: [Slot] = []) -> Decision {
            Decision(heard: heard, slots: slots, commands: [], session: nil, reason: reason)
        }
        if let problem = heard.problem { return refuse(problem) }
        if let span = heard.span, span.length >= Self.longestUtterance {
            return refuse("too long: nobody paused for \(Int(span.length.rounded())) s")
        }
        guard heard.text.contains(where: { !$0.isWhitespace }) else { return refuse("no words were heard") }
        var slots: [Slot]
        switch grammar.interpret(line: heard.text) {
        case .understood(let found): slots = found
        case .stuck(let word, let expected): return refuse(Self.stuck(heard.text, at: word, expected: expected))
        case .incomplete(let expected):
            return refuse("the sentence is not finished: \(Self.list(expected)) could follow")
        }
        if let span = heard.span, span.length > Self.longestSingleWord, !heard.text.contains(" ") {
            return refuse("too long for one word: it lasted \(span.length.rounded(toDecimals: 1)) s", slots: slots)
        }
        if let doubt = doubt(about: heard, meaning: slots) { return refuse(doubt, slots: slots) }
        var text = heard.text
        if let obeyed = heard.continues {
            let words = Grammar.words(of: heard.text)
            guard let addition = grammar.addition(of: words, to: Grammar.words(of: obeyed)) else {
                return refuse("\"\(obeyed)\" has been obeyed, and this does not go on from it", slots: slots)
            }
            text = addition.words.joined(separator: " ")
            slots = addition.slots
        }
        let meaning: Meaning
        do {
            meaning = try Meaning(of: slots)
        } catch {
            return refuse(error.description, slots: slots)
        }
        if isAsleep && meaning.session != .wake {
            return refuse("asleep; only the words that wake it are obeyed", slots: slots)
        }
        return Decision(
            heard: heard, text: text, slots: slots, commands: meaning.commands, session: meaning.session, reason: nil)
    }
}

extension Judge {
    /// Where a sentence got stuck, and what could have stood there.
    private static func stuck(_ text: String, at index: Int, expected: [String]) -> String {
        let words = Grammar.words(of: text)
        let known = words.prefix(index).joined(separator: " ")
        let unknown = index < words.count ? words[index] : ""
        if expected.isEmpty { return "\"\(known)\" is a whole sentence; \"\(unknown)\" does not belong to it" }
        let place = index == 0 ? "no sentence begins with \"\(unknown)\"" : "\"\(unknown)\" cannot follow \"\(known)\""
        return "\(place); \(list(expected)) could"
    }

    /// A few of many words, as in a sentence.
    private static func list(_ words: [String]) -> String {
        let shown = words.prefix(6).map { "\"\($0)\"" }
        return shown.joined(separator: ", ")
            + (words.count > shown.count ? " and \(words.count - shown.count) others" : "")
    }
}
