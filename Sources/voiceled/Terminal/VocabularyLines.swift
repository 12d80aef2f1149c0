import Session

/// What became of an edited vocabulary, in words for a person.
struct VocabularyLines {
    private let style: Style

    init(_ style: Style) { self.style = style }

    func describe(_ change: VocabularyChange) -> String {
        switch change.outcome {
        case .loaded: return style.good("✓") + " the vocabulary of \(change.grammar) is in use"
        case .refused(let reason, let hint, let log):
            var lines = [style.bad("✗") + " the edited vocabulary is not used: \(reason)"]
            if let hint { lines.append("    \(hint)") }
            lines += log.map { style.faint("    | \($0)") }
            return lines.joined(separator: "\n")
        }
    }
}
