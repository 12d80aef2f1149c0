/// A `/** ... */` comment. JSGF gives it tags that begin a line with `@`.
struct DocumentationComment {
    /// The lines of the comment without its frame of stars.
    let lines: [Substring]

    /// - Parameter content: what stands between `/**` and `*/`.
    init(_ content: String) {
        lines = content.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
            let text = line.drop { $0.isWhitespace || $0 == "*" }
            return text.lastIndex { !$0.isWhitespace }.map { text[...$0] } ?? ""
        }
    }

    /// Whether a line begins with `@name`.
    func hasTag(_ name: String) -> Bool {
        lines.contains { line in
            line.hasPrefix("@" + name) && line.dropFirst(name.count + 1).first.map(\.isWhitespace) != false
        }
    }

    /// The prose, without tags; `nil` if there is none.
    var text: String? {
        let prose = lines.filter { !$0.isEmpty && !$0.hasPrefix("@") }.joined(separator: " ")
        return prose.isEmpty ? nil : prose
    }
}
