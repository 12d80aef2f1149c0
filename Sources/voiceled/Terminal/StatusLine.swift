/// What a long measurement is at, on standard error: one line that changes in a terminal, else a line each time.
enum StatusLine {
    static func show(_ text: String) {
        if Output.error.isTerminal { Output.error.write("\r\u{1B}[K\(text)") } else { Diagnostics.line(text) }
    }

    static func clear() {
        if Output.error.isTerminal { Output.error.write("\r\u{1B}[K") }
    }
}
