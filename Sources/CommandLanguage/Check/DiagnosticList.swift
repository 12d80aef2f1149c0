/// Collects diagnostics, up to as many as anybody would read.
struct DiagnosticList {
    /// Of errors, and of warnings.
    private static let limit = 50

    private let source: SourceText
    private var errors: [GrammarDiagnostic] = []
    private var warnings: [GrammarDiagnostic] = []

    init(for source: SourceText) { self.source = source }

    var hasErrors: Bool { !errors.isEmpty }
    /// Whether more errors would not be kept; saves working out their messages.
    var isFullOfErrors: Bool { errors.count >= Self.limit }

    mutating func add(_ kind: GrammarDiagnostic.Kind, at offset: Int, _ message: String, hint: String? = nil) {
        switch kind.severity {
        case .error where errors.count < Self.limit:
            errors.append(source.diagnostic(kind, at: offset, message, hint: hint))
        case .warning where warnings.count < Self.limit:
            warnings.append(source.diagnostic(kind, at: offset, message, hint: hint))
        default: break
        }
    }

    /// In the order of the file.
    var sorted: [GrammarDiagnostic] {
        (errors + warnings).sorted { ($0.line, $0.column) < ($1.line, $1.column) }
    }
}
