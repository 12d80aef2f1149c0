import Session

/// Messages to the user on standard error, each with the program's name.
enum Diagnostics {
    static func line(_ message: String) {
        Output.error.line("voiceled: \(message)")
    }

    /// The error in words, then its remedy on a line of its own.
    static func explain(_ error: any Error) {
        explain("\(error)", hint: (error as? any Remediable)?.hint)
        for line in (error as? CanaryError)?.log ?? [] { Output.error.line("    | \(line)") }
    }

    static func explain(_ message: String, hint: String?) {
        plain("voiceled: \(message)", hint: hint)
    }

    /// A message in the form `file:line:column: ...` that editors understand, without the program's name.
    static func plain(_ message: String, hint: String?) {
        Output.error.line(message + (hint.map { "\n    \($0)" } ?? ""))
    }
}
