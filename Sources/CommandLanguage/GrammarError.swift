/// Why a grammar cannot be used: one diagnostic or more, in the order of the file.
public struct GrammarError: Error, Equatable, Sendable {
    /// Never empty; warnings may stand among the errors.
    public let diagnostics: [GrammarDiagnostic]

    /// The first error, which is the one to mend first.
    public var first: GrammarDiagnostic { diagnostics.first { $0.severity == .error } ?? diagnostics[0] }
    public var kind: GrammarDiagnostic.Kind { first.kind }
    public var hint: String? { first.hint }

    init(_ diagnostics: [GrammarDiagnostic]) {
        precondition(!diagnostics.isEmpty, "an error needs a reason")
        self.diagnostics = diagnostics
    }

    init(_ diagnostic: GrammarDiagnostic) {
        diagnostics = [diagnostic]
    }
}

extension GrammarError: CustomStringConvertible {
    /// One line for each error; without hints and warnings.
    public var description: String {
        diagnostics.filter { $0.severity == .error }.map(\.description).joined(separator: "\n")
    }
}
