/// How far a long measurement is, on standard error: one line that changes in a terminal, else a line now and then.
struct CountLine {
    private let total: Int
    private let what: String

    init(of total: Int, what: String) {
        self.total = total
        self.what = what
    }

    func show(_ done: Int) {
        if Output.error.isTerminal {
            if done.isMultiple(of: 10) { Output.error.write("\r\u{1B}[K\(text(done))") }
        } else if done.isMultiple(of: 1000) {
            Diagnostics.line(text(done))
        }
    }

    func clear() {
        if Output.error.isTerminal { Output.error.write("\r\u{1B}[K") }
    }

    private func text(_ done: Int) -> String { "\(done) of \(total) \(what)" }
}
