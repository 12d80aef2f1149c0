extension SyntaxTree {
    /// This grammar with the rules of another, of which those with a name that is taken get a new one.
    ///
    /// - Parameter distance: where the other's text begins behind this one's, in bytes.
    func adding(_ other: SyntaxTree, movedBy distance: Int) -> SyntaxTree {
        var names: [String: String] = [:]
        var taken = Set(rules.map(\.name) + other.rules.map(\.name))
        for rule in other.rules {
            var name = rule.name
            if indexOfRule[name] != nil {
                while taken.contains(name) { name += "_" }
                taken.insert(name)
            }
            names[rule.name] = name
        }
        let added = other.rules.map { rule in
            RuleDefinition(
                name: names[rule.name]!, isPublic: rule.isPublic, isTyped: rule.isTyped || isTyped,
                documentation: rule.documentation, expansion: rule.expansion.moved(by: distance, renaming: names),
                offset: rule.offset + distance,
                range: rule.range.lowerBound + distance..<rule.range.upperBound + distance)
        }
        // First, because of several meanings that of the earlier rule counts.
        let rules = added + self.rules
        let indices = rules.indices.map { (rules[$0].name, $0) }
        return SyntaxTree(
            name: name, locale: locale, isTyped: isTyped, rules: rules,
            indexOfRule: Dictionary(uniqueKeysWithValues: indices))
    }
}

extension Expansion {
    fileprivate func moved(by distance: Int, renaming names: [String: String]) -> Expansion {
        func moved(_ expansion: Expansion) -> Expansion { expansion.moved(by: distance, renaming: names) }
        switch self {
        case .null, .void: return self
        case .token(let token): return .token(.init(text: token.text, offset: token.offset + distance))
        case .reference(let reference):
            let rule = names[reference.rule] ?? reference.rule
            return .reference(.init(rule: rule, offset: reference.offset + distance))
        case .sequence(let items): return .sequence(items.map(moved))
        case .alternatives(let alternatives):
            return .alternatives(alternatives.map { .init(weight: $0.weight, expansion: moved($0.expansion)) })
        case .optional(let inner): return .optional(moved(inner))
        case .zeroOrMore(let inner): return .zeroOrMore(moved(inner))
        case .oneOrMore(let inner): return .oneOrMore(moved(inner))
        case .tagged(let inner, let slots): return .tagged(moved(inner), slots)
        }
    }
}
