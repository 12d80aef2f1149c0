internal import CEditLine
internal import Glibc

/// Reads lines from a terminal through libedit, with its own keyboard loop under it.
///
/// libedit knows one thread and no events. So it is given a read function that waits for a key *or* for the mailbox,
/// and everything that happens while a line is edited, texts from other threads and the change of the window included,
/// is done by that one thread between two keys.
///
/// Not thread-safe: ``LineEditor`` gives it to one thread at a time.
final class TerminalReader {
    private let editor: OpaquePointer
    private let past: OpaquePointer
    private let streams: [UnsafeMutablePointer<FILE>]
    private let settings: TerminalSettings
    private let output: Descriptor
    private let mailbox: Mailbox
    private let completions: (String) -> [String]
    private let limit: Int
    /// libedit reads the prompt through a pointer whenever it draws the line.
    private let prompt: UnsafeMutablePointer<CChar>

    private var keyboard: Keyboard
    private var columns: Int
    private var outcome = Outcome.line
    /// The rest of a line that became too long is being thrown away.
    private var isSkipping = false

    private enum Outcome { case line, interrupted, tooLong }

    init(
        prompt: String, settings: TerminalSettings, output: Descriptor, mailbox: Mailbox, limit: Int,
        completions: @escaping (String) -> [String]
    ) throws(LineEditorError) {
        DisplayWidth.useUTF8()
        // libedit wants streams; ours are copies, so that nothing it buffers or closes touches the program's own.
        let input = settings.terminal
        let streams = [input.stream("r"), output.stream("w"), output.stream("w")].compactMap(\.self)
        LibraryLock.shared.lock()
        defer { LibraryLock.shared.unlock() }
        guard streams.count == 3, let editor = el_init("voiceled", streams[0], streams[1], streams[2]),
            let past = history_init()
        else {
            let error = LineEditorError(.inputFailed, failing: "el_init", to: "edit lines")
            for stream in streams { fclose(stream) }
            throw error
        }
        self.editor = editor
        self.past = past
        self.streams = streams
        self.settings = settings
        self.output = output
        self.mailbox = mailbox
        self.completions = completions
        self.limit = limit
        self.prompt = strdup(prompt)
        keyboard = Keyboard(input: input)
        columns = TerminalSettings.columns(of: output)
        configure()
        // el_init has already changed a flag or two.
        settings.restore()
    }

    deinit {
        LibraryLock.shared.withLock {
            el_end(editor)
            history_end(past)
        }
        for stream in streams { fclose(stream) }
        free(prompt)
        settings.restore()
    }

    private func configure() {
        cel_set_client_data(editor, Unmanaged.passUnretained(self).toOpaque())
        cel_use_emacs_keys(editor)
        cel_set_prompt(editor) { editor in TerminalReader.owning(editor).prompt }
        cel_set_reader(editor) { editor, key in TerminalReader.owning(editor).readKey(into: key) }
        cel_take_signal_keys(editor)
        cel_set_history(editor, past)
        bindKeys()
    }

    private func bindKeys() {
        cel_add_function(editor, "complete", "complete the word") { editor, _ in
            TerminalReader.owning(editor).complete()
        }
        cel_add_function(editor, "interrupt", "give the line up") { editor, _ in TerminalReader.owning(editor).giveUp()
        }
        cel_add_function(editor, "suspend", "stop the program") { editor, _ in TerminalReader.owning(editor).suspend() }
        let bindings = [
            ("^I", "complete"), ("^C", "interrupt"), ("^Z", "suspend"), ("^R", "em-inc-search-prev"),
            ("^W", "ed-delete-prev-word"), ("\\e[3~", "ed-delete-next-char"), ("\\e[H", "ed-move-to-beg"),
            ("\\e[F", "ed-move-to-end"), ("\\e[1~", "ed-move-to-beg"), ("\\e[4~", "ed-move-to-end"),
            ("\\e[1;5C", "em-next-word"), ("\\e[1;5D", "ed-prev-word"),
        ]
        for (key, function) in bindings { cel_bind(editor, key, function) }
    }

    private static func owning(_ editor: OpaquePointer?) -> TerminalReader {
        Unmanaged<TerminalReader>.fromOpaque(cel_client_data(editor)).takeUnretainedValue()
    }

    // MARK: Reading

    /// Replaces what the up-arrow finds.
    func use(_ history: LineHistory) {
        cel_history_clear(past)
        cel_history_resize(past, Int32(clamping: history.limit))
        for line in history.lines { cel_history_enter(past, line) }
    }

    func readLine() -> LineInput {
        outcome = .line
        mailbox.beginEditing()
        var length: Int32 = 0
        let line = LibraryLock.shared.withLock {
            // libedit itself does this after it has shown the prompt: what is typed at sight of it would appear twice.
            cel_set_raw(editor, 1)
            return el_gets(editor, &length).map { Self.text(from: $0, to: $0 + Int(length)) }
        }
        if line == nil { output.write("\n") }
        settings.restore()
        mailbox.endEditing()

        switch (outcome, line) {
        case (.interrupted, _): return .interrupted
        case (.tooLong, _): return .refused(.tooLong(limit: limit))
        case (.line, let line?): return .line(String(line.prefix { !$0.isNewline }))
        case (.line, nil): return .endOfInput
        }
    }

    /// libedit's way to get a character: 1 for one, 0 at the end.
    private func readKey(into key: UnsafeMutablePointer<wchar_t>?) -> Int32 {
        while true {
            LibraryLock.shared.unlock()
            let pressed = keyboard.next(watching: mailbox.wake)
            LibraryLock.shared.lock()
            switch pressed {
            case .end:
                return 0
            case .wake:
                let (texts, isInterrupted) = mailbox.collect()
                if !texts.isEmpty { show(texts.joined(separator: "\n")) }
                if isInterrupted {
                    leaveLine()
                    outcome = .interrupted
                    return 0
                }
            case .character(let scalar):
                followWindow()
                guard let scalar = admit(scalar) else { continue }
                key?.pointee = wchar_t(bitPattern: scalar.value)
                return 1
            }
        }
    }

    /// Ends a line that has grown too long, and swallows what follows until its real end.
    private func admit(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        let endsLine = scalar == "\r" || scalar == "\n"
        if isSkipping {
            isSkipping = !endsLine && scalar != "\u{3}"
            return nil
        }
        guard textBeforeCursor.utf8.count >= limit, !endsLine, scalar.value >= 0x20 else { return scalar }
        outcome = .tooLong
        isSkipping = true
        return "\n"
    }

    // MARK: Keys

    private func complete() -> UInt8 {
        let line = textBeforeCursor
        let completion = Completion(line: line, offered: completions(line))
        if let replacement = completion.replacement {
            el_deletestr(editor, Int32(completion.word.unicodeScalars.count))
            guard el_insertstr(editor, replacement) == 0 else { return UInt8(CC_ERROR) }
            return UInt8(CC_REFRESH)
        }
        guard completion.candidates.count > 1 else { return UInt8(CC_ERROR) }
        show(completion.listing(terminalColumns: columns))
        return UInt8(CC_NORM)
    }

    private func giveUp() -> UInt8 {
        outcome = .interrupted
        output.write("^C")
        leaveLine()
        return UInt8(CC_EOF)
    }

    private func suspend() -> UInt8 {
        eraseLine()
        settings.restore()
        // The whole group, as the terminal itself would have done.
        kill(0, SIGTSTP)
        cel_set_raw(editor, 1)
        cel_redraw(editor)
        return UInt8(CC_NORM)
    }

    // MARK: Drawing

    /// Writes `text` where the line stands, and the line anew under it.
    private func show(_ text: String) {
        eraseLine()
        output.write(text + "\n")
        cel_redraw(editor)
    }

    /// Leaves the cursor where the prompt began, with nothing to the right of it or below.
    private func eraseLine() {
        let row = rows(under: textBeforeCursor)
        output.write((row > 0 ? "\u{1B}[\(row)A" : "") + "\r\u{1B}[J")
    }

    /// Moves the cursor to the line's last row, so that what comes next does not overwrite any of it.
    private func leaveLine() {
        let rowsBelow = rows(under: wholeText) - rows(under: textBeforeCursor)
        output.write(String(repeating: "\n", count: rowsBelow))
    }

    /// Looking when a key comes is soon enough: nothing is drawn in between. So no signal handler is needed.
    private func followWindow() {
        let now = TerminalSettings.columns(of: output)
        if now != columns {
            columns = now
            el_resize(editor)
        }
    }

    private func rows(under text: String) -> Int {
        DisplayWidth.rows(under: String(cString: prompt) + text, terminalColumns: columns)
    }

    private var textBeforeCursor: String {
        guard let line = el_line(editor)?.pointee else { return "" }
        return Self.text(from: line.buffer, to: line.cursor)
    }

    private var wholeText: String {
        guard let line = el_line(editor)?.pointee else { return "" }
        return Self.text(from: line.buffer, to: line.lastchar)
    }

    private static func text(from start: UnsafePointer<CChar>, to end: UnsafePointer<CChar>) -> String {
        String(decoding: UnsafeRawBufferPointer(start: start, count: end - start), as: UTF8.self)
    }
}
