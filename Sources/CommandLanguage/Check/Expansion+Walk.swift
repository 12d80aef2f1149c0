extension Expansion {
    func forEachToken(_ body: (Token) -> Void) {
        forEachLeaf { if case .token(let token) = $0 { body(token) } }
    }

    func forEachReference(_ body: (Reference) -> Void) {
        forEachLeaf { if case .reference(let reference) = $0 { body(reference) } }
    }

    var hasTag: Bool {
        switch self {
        case .token, .null, .void, .reference: false
        case .tagged: true
        case .sequence(let items): items.contains(where: \.hasTag)
        case .alternatives(let alternatives): alternatives.contains(where: \.expansion.hasTag)
        case .optional(let inner), .zeroOrMore(let inner), .oneOrMore(let inner): inner.hasTag
        }
    }

    private func forEachLeaf(_ body: (Expansion) -> Void) {
        switch self {
        case .token, .null, .void, .reference: body(self)
        case .sequence(let items): for item in items { item.forEachLeaf(body) }
        case .alternatives(let alternatives): for item in alternatives { item.expansion.forEachLeaf(body) }
        case .optional(let inner), .zeroOrMore(let inner), .oneOrMore(let inner), .tagged(let inner, _):
            inner.forEachLeaf(body)
        }
    }
}
