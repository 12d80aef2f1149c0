/// Writes the rules of a grammar for the decoder, and remembers which other rules and words they need.
struct DecoderGrammarWriter {
    private let tree: SyntaxTree
    private let recursiveRules: Set<Int>
    private let canBeSaid: Derivation
    private var currentRule = 0
    private var needed: Set<Int> = []
    private var waiting: [Int] = []
    private(set) var firstUse: [String: Int] = [:]

    init(tree: SyntaxTree, recursiveRules: Set<Int>, canBeSaid: Derivation) {
        self.tree = tree
        self.recursiveRules = recursiveRules
        self.canBeSaid = canBeSaid
    }

    /// A rule that was named but not written yet.
    mutating func nextRule() -> Int? { waiting.popLast() }

    mutating func definition(of rule: Int, isPublic: Bool) -> String {
        needed.insert(rule)
        currentRule = rule
        let body = write(tree.rules[rule].expansion)
        return "\(isPublic ? "public " : "")<\(name(of: rule))> = \(body.inAlternative ?? "<VOID>");"
    }

    mutating func reference(to rule: Int) -> String {
        if needed.insert(rule).inserted { waiting.append(rule) }
        // PocketSphinx starts a loop at the state where the rule was entered, and shares that state with what else may
        // start there. The empty transition gives the loop a state of its own.
        return recursiveRules.contains(rule) ? "(<NULL>) <\(name(of: rule))>" : "<\(name(of: rule))>"
    }

    // MARK: Names

    var grammarName: String {
        tree.name.allSatisfy(Self.isPlain) ? tree.name : "grammar"
    }

    /// A name that no rule has.
    var topRule: String {
        var name = "sentence"
        while tree.indexOfRule[name] != nil { name += "_" }
        return name
    }

    private func name(of rule: Int) -> String {
        let name = tree.rules[rule].name
        return name.allSatisfy(Self.isPlain) ? name : "\(topRule)_\(rule)"
    }

    private static func isPlain(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || "_-".contains(character))
    }

    // MARK: Expansions

    /// An expansion as text, by how tightly it holds together.
    private enum Written {
        case void
        case null
        /// A word, a rule name or something in brackets.
        case unit(String)
        case sequence(String)
        case alternatives(String)

        var inAlternative: String? {
            switch self {
            case .void: nil
            case .null: "<NULL>"
            case .unit(let text), .sequence(let text), .alternatives(let text): text
            }
        }

        var inSequence: String? {
            if case .alternatives(let text) = self { "(\(text))" } else { inAlternative }
        }
    }

    private mutating func write(_ expansion: Expansion) -> Written {
        switch expansion {
        case .void: return .void
        case .null: return .null
        case .token(let token): return write(token)
        case .reference(let reference):
            let rule = tree.indexOfRule[reference.rule]!
            guard canBeSaid.holds(for: rule) else { return .void }
            return recursiveRules.contains(rule) ? .sequence(self.reference(to: rule)) : .unit(self.reference(to: rule))
        case .sequence(let items): return write(sequence: items)
        case .alternatives(let alternatives): return write(alternatives)
        case .optional(let inner):
            return text(of: inner).map { .unit("[\($0)]") } ?? .null
        case .zeroOrMore(let inner):
            return text(of: inner).map { .sequence("(<NULL>) (\($0))*") } ?? .null
        case .oneOrMore(let inner):
            guard canBeSaid.holds(for: inner) else { return .void }
            return text(of: inner).map { .sequence("(<NULL>) (\($0))+") } ?? .null
        case .tagged(let inner, _): return write(inner)
        }
    }

    /// What stands between brackets; `nil` if nothing can or need be said there.
    private mutating func text(of inner: Expansion) -> String? {
        let written = write(inner)
        if case .null = written { return nil }
        return written.inAlternative
    }

    private mutating func write(_ token: Expansion.Token) -> Written {
        let words = token.text.split(whereSeparator: \.isWhitespace).map { $0.lowercased() }
        for word in words where token.offset < firstUse[word, default: .max] { firstUse[word] = token.offset }
        return words.count == 1 ? .unit(words[0]) : .sequence(words.joined(separator: " "))
    }

    private mutating func write(sequence items: [Expansion]) -> Written {
        // An unspeakable part silences the whole, and the words beside it need no pronunciation.
        guard items.allSatisfy({ canBeSaid.holds(for: $0) }) else { return .void }
        let parts = items.map { write($0) }.filter { if case .null = $0 { false } else { true } }
        switch parts.count {
        case 0: return .null
        case 1: return parts[0]
        default: return .sequence(parts.compactMap(\.inSequence).joined(separator: " "))
        }
    }

    private mutating func write(_ alternatives: [Expansion.Alternative]) -> Written {
        var speakable = alternatives.filter { $0.canBeSaid && canBeSaid.holds(for: $0.expansion) }
        if recursiveRules.contains(currentRule) { moveEndToEnd(of: &speakable) }
        if speakable.count == 1 { return write(speakable[0].expansion) }
        var texts: [String] = []
        for alternative in speakable {
            guard let text = write(alternative.expansion).inSequence else { continue }
            texts.append(alternative.weight.map { "/\($0)/ \(text)" } ?? text)
        }
        return texts.isEmpty ? .void : .alternatives(texts.joined(separator: " | "))
    }

    /// Puts an alternative that comes to an end without recursion last. PocketSphinx unfolds the last one first, and
    /// where it finds only recursion, it takes the beginning of the rule for its end.
    private func moveEndToEnd(of alternatives: inout [Expansion.Alternative]) {
        let ending = alternatives.firstIndex { canBeSaid.holds(for: $0.expansion, without: currentRule) }
        if let ending { alternatives.append(alternatives.remove(at: ending)) }
    }
}
