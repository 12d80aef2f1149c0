internal import Glibc
internal import Synchronization

/// Asks a person, or a pipe, for lines.
///
/// On a terminal a line can be edited, the up-arrow finds earlier ones, Tab completes words, and ``print(_:)`` shows
/// what happens meanwhile above the line being typed. On anything else (a pipe, a file, a terminal without cursor
/// movement) lines are taken as they come, without prompt or escape codes.
///
/// Lines are UTF-8; Korean takes two columns a syllable. The terminal's own settings are in force whenever no line is
/// being read, and ``restoreTerminal()`` brings them back in the middle of one.
///
/// One thread reads; every other method may be called from any thread at any time.
public final class LineEditor: Sendable {
    /// Whether lines can be edited here.
    public let isEditing: Bool

    private let reader: Mutex<Reader>
    private let mailbox: Mailbox
    private let settings: TerminalSettings?
    private let prompt: String
    private let output: Descriptor

    private struct Reader {
        var kind: Kind
        var history = LineHistory(limit: 1)
        var file: HistoryFile?
        var historyProblem: LineEditorError?

        enum Kind {
            case terminal(TerminalReader)
            case plain(PlainReader)
        }
    }

    /// - Parameters:
    ///   - prompt: shown before each line on a terminal; plain text.
    ///   - input: an open descriptor, of which a copy is made; standard input by default.
    ///   - output: where the line is drawn and ``print(_:)`` writes; a copy, too.
    ///   - history: where lines are kept between runs; `nil` keeps them for this run only. Not used without editing.
    ///   - longestLine: bytes of UTF-8; longer lines are refused.
    ///   - completions: the words that may stand at the cursor, given the line up to it; the word begun there is
    ///     included, and only words that begin like it are used. Called on the reading thread.
    /// - Throws: ``LineEditorError`` of kind `inputFailed`. A history that cannot be read is no reason to stop:
    ///   see ``historyProblem``.
    public init(
        prompt: String, input: Int32 = 0, output: Int32 = 1, history file: HistoryFile? = nil,
        longestLine: Int = 4_096, completions: @escaping @Sendable (String) -> [String] = { _ in [] }
    ) throws(LineEditorError) {
        let input = try Descriptor(copying: input)
        let output = try Descriptor(copying: output)
        let mailbox = try Mailbox(output: output)
        let settings = TerminalSettings(of: input)
        let isTerminal = settings != nil && isatty(output.number) == 1
        let canMoveCursor = getenv("TERM").map { !["", "dumb"].contains(String(cString: $0)) } ?? false

        if isTerminal, canMoveCursor, let settings {
            let terminal = try TerminalReader(
                prompt: prompt, settings: settings, output: output, mailbox: mailbox, limit: longestLine,
                completions: completions)
            reader = Mutex(Self.makeReader(terminal, file))
            isEditing = true
        } else {
            reader = Mutex(Reader(kind: .plain(PlainReader(input: input, mailbox: mailbox, limit: longestLine))))
            isEditing = false
        }
        self.mailbox = mailbox
        self.settings = settings
        self.prompt = isTerminal ? prompt : ""
        self.output = output
    }

    private static func makeReader(_ terminal: TerminalReader, _ file: HistoryFile?) -> Reader {
        var reader = Reader(kind: .terminal(terminal), history: LineHistory(limit: file?.limit ?? 1_000), file: file)
        do {
            if let file { reader.history = try file.load() }
        } catch {
            reader.historyProblem = error
        }
        terminal.use(reader.history)
        return reader
    }

    /// Reads one line, and blocks until there is one: minutes, if nobody types. Call it on a thread of its own, never in
    /// a task; a task uses ``nextLine()``.
    ///
    /// - Throws: ``LineEditorError`` of kind `busy` if another thread is reading, `inputFailed` if reading is pointless.
    public func readLine() throws(LineEditorError) -> LineInput {
        let input = try reader.withLockIfAvailable { reader throws(LineEditorError) in try read(with: &reader) }
        guard let input else { throw .busy }
        return input
    }

    private func read(with reader: inout Reader) throws(LineEditorError) -> LineInput {
        if mailbox.collect().isInterrupted { return .interrupted }
        switch reader.kind {
        case .terminal(let terminal):
            let input = terminal.readLine()
            if case .line(let line) = input, reader.history.add(line) {
                terminal.use(reader.history)
                keep(line, in: &reader)
            }
            return input
        case .plain(var plain):
            if !prompt.isEmpty { output.write(prompt) }
            defer { reader.kind = .plain(plain) }
            return try plain.readLine()
        }
    }

    /// A history that cannot be written is given up at the first failure, so that it is reported once.
    private func keep(_ line: String, in reader: inout Reader) {
        do {
            try reader.file?.append(line)
        } catch {
            reader.historyProblem = error
            reader.file = nil
        }
    }

    /// Why the history was not read or is not written any more, once; `nil` while a line is being read.
    public func takeHistoryProblem() -> LineEditorError? {
        reader.withLockIfAvailable { reader in
            defer { reader.historyProblem = nil }
            return reader.historyProblem
        } ?? nil
    }

    /// Shows `text` and a newline: above the line being edited, which is then drawn again, or just so if there is none.
    public func print(_ text: String) {
        mailbox.post(text)
    }

    /// Ends the line being read, or the next one if none is, as Ctrl-C does.
    public func interrupt() {
        mailbox.interrupt()
    }

    /// Gives the terminal back its own settings at once, for a program that is about to end while a line is being read,
    /// as after SIGTERM. Not for use inside a signal handler.
    public func restoreTerminal() {
        settings?.restore()
    }
}
