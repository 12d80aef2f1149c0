import LineEditor
import TerminalFixtures
import Testing

@Suite("LineEditor on a terminal")
struct LineEditorTests {
    @Test("returns the line that was typed, and shows it after the prompt")
    func typing() async throws {
        let terminal = PseudoTerminal()
        let editor = try terminal.makeEditor()
        async let line = editor.nextLine()
        #expect(await terminal.prompts())
        terminal.type("light two off")
        #expect(await terminal.shows(row: "> light two off"))
        terminal.type("\r")
        #expect(try await line == .line("light two off"))
        #expect(editor.isEditing)
    }

    @Test("moves, inserts and deletes within the line")
    func editing() async throws {
        let terminal = PseudoTerminal()
        let editor = try terminal.makeEditor()
        async let line = editor.nextLine()
        #expect(await terminal.prompts())
        terminal.type("ligt on\u{1B}[D\u{1B}[D\u{1B}[D\u{1B}[Dh\u{1B}[Fff\u{7F}\u{7F}ff\u{7F}")
        #expect(await terminal.shows(row: "> light onf"))
        terminal.type("\u{17}off\r")
        #expect(try await line == .line("light off"))
    }

    @Test("finds the lines before with the up-arrow, newest first")
    func history() async throws {
        let terminal = PseudoTerminal()
        let editor = try terminal.makeEditor()
        for typed in ["red", "green", "green", "blue"] {
            async let line = editor.nextLine()
            #expect(await terminal.prompts())
            terminal.type(typed + "\r")
            #expect(try await line == .line(typed))
        }
        async let line = editor.nextLine()
        #expect(await terminal.prompts())
        terminal.type("\u{1B}[A")
        #expect(await terminal.shows(row: "> blue"))
        terminal.type("\u{1B}[A\u{1B}[A")
        #expect(await terminal.shows(row: "> red"))
        terminal.type("\r")
        #expect(try await line == .line("red"))
    }

    @Test("keeps the history between runs")
    func persistentHistory() async throws {
        let folder = TemporaryFolder()
        let file = HistoryFile(path: folder.path + "/state/voiceled/history")
        do {
            let terminal = PseudoTerminal()
            let editor = try terminal.makeEditor(history: file)
            async let line = editor.nextLine()
            #expect(await terminal.prompts())
            terminal.type("불 켜 줘\r")
            _ = try await line
        }
        let terminal = PseudoTerminal()
        let editor = try terminal.makeEditor(history: file)
        async let line = editor.nextLine()
        #expect(await terminal.prompts())
        terminal.type("\u{1B}[A")
        #expect(await terminal.shows(row: "> 불 켜 줘"))
        terminal.type("\r")
        #expect(try await line == .line("불 켜 줘"))
    }

    @Test("goes on without a history file that cannot be written, and says so once")
    func historyProblem() async throws {
        let terminal = PseudoTerminal()
        let editor = try terminal.makeEditor(history: HistoryFile(path: "/proc/voiceled/history"))
        async let line = editor.nextLine()
        #expect(await terminal.prompts())
        terminal.type("red\r")
        #expect(try await line == .line("red"))
        let problem = editor.takeHistoryProblem()
        #expect(problem?.kind == .historyFailed)
        #expect(
            problem?.description
                == "cannot keep the history in /proc/voiceled/history: No such file or directory (open: errno 2)")
        #expect(problem?.hint == "set XDG_STATE_HOME to a folder you can write to")
        #expect(editor.takeHistoryProblem() == nil)
    }

    @Test("Ctrl-C gives up the line, empty or not, and the next can be typed", arguments: ["", "light two"])
    func interrupted(typed: String) async throws {
        let terminal = PseudoTerminal()
        let editor = try terminal.makeEditor()
        async let line = editor.nextLine()
        #expect(await terminal.prompts())
        terminal.type(typed + "\u{3}")
        #expect(try await line == .interrupted)
        #expect(await terminal.shows { $0.rows.first == "> \(typed)^C" && $0.row == 1 && $0.column == 0 })

        async let next = editor.nextLine()
        #expect(await terminal.prompts())
        terminal.type("red\r")
        #expect(try await next == .line("red"))
    }

    @Test("Ctrl-D on an empty line is the end of the input")
    func endOfInput() async throws {
        let terminal = PseudoTerminal()
        let editor = try terminal.makeEditor()
        async let line = editor.nextLine()
        #expect(await terminal.prompts())
        terminal.type("\u{4}")
        #expect(try await line == .endOfInput)
    }

    @Test("a terminal that hangs up is the end of the input")
    func hangUp() async throws {
        let terminal = PseudoTerminal()
        let editor = try terminal.makeEditor()
        async let line = editor.nextLine()
        #expect(await terminal.prompts())
        terminal.hangUp()
        #expect(try await line == .endOfInput)
    }

    @Test("shows Korean two columns wide, and deletes it a syllable at a time")
    func korean() async throws {
        let terminal = PseudoTerminal()
        let editor = try terminal.makeEditor()
        async let line = editor.nextLine()
        #expect(await terminal.prompts())
        terminal.type("1번 불 꺼")
        #expect(await terminal.shows { $0.currentRow == "> 1번 불 꺼" && $0.column == 11 })
        terminal.type("\u{7F}켜 줘")
        #expect(await terminal.shows { $0.currentRow == "> 1번 불 켜 줘" && $0.column == 14 })
        terminal.type("\u{1B}[D\u{1B}[D")
        #expect(await terminal.shows { $0.column == 11 })
        terminal.type("\r")
        #expect(try await line == .line("1번 불 켜 줘"))
    }

    @Test("puts syllables together from single bytes, and marks bytes that are none")
    func bytes() async throws {
        let terminal = PseudoTerminal()
        let editor = try terminal.makeEditor()
        async let line = editor.nextLine()
        #expect(await terminal.prompts())
        for byte in Array("불".utf8) { terminal.type(bytes: [byte]) }
        terminal.type(bytes: [0xFF])
        #expect(await terminal.shows(row: "> 불\u{FFFD}"))
        terminal.type("\r")
        #expect(try await line == .line("불\u{FFFD}"))
    }

    @Test(
        "leaves the terminal as it was, after a line, Ctrl-C, Ctrl-D and between lines",
        arguments: ["red\r", "r\u{3}", "\u{4}"])
    func restored(typed: String) async throws {
        let terminal = PseudoTerminal()
        let before = terminal.settings
        do {
            let editor = try terminal.makeEditor()
            #expect(terminal.settings == before)
            async let line = editor.nextLine()
            #expect(await terminal.prompts())
            #expect(terminal.settings != before)
            terminal.type(typed)
            _ = try await line
            #expect(terminal.settings == before)
        }
        #expect(terminal.settings == before)
    }

    @Test("restores the terminal in the middle of a line when asked from another thread")
    func restoredWhileReading() async throws {
        let terminal = PseudoTerminal()
        let before = terminal.settings
        let editor = try terminal.makeEditor()
        async let line = editor.nextLine()
        #expect(await terminal.prompts())
        editor.restoreTerminal()
        #expect(terminal.settings == before)
        editor.interrupt()
        #expect(try await line == .interrupted)
    }

    @Test("refuses a line over the limit, whole, and takes the next")
    func tooLong() async throws {
        let terminal = PseudoTerminal()
        let editor = try terminal.makeEditor(longestLine: 10)
        async let line = editor.nextLine()
        #expect(await terminal.prompts())
        terminal.type("0123456789abcdef\r")
        let input = try await line
        guard case .refused(let error) = input else {
            Issue.record("got \(input)")
            return
        }
        #expect(error.kind == .tooLong)
        #expect(error.description == "cannot use the line: it is longer than 10 bytes")

        async let next = editor.nextLine()
        #expect(await terminal.prompts())
        terminal.type("red\r")
        #expect(try await next == .line("red"))
    }

    @Test("only one thread reads at a time")
    func busy() async throws {
        let terminal = PseudoTerminal()
        let editor = try terminal.makeEditor()
        async let line = editor.nextLine()
        #expect(await terminal.prompts())
        let error = await #expect(throws: LineEditorError.self) { try await editor.nextLine() }
        #expect(error?.kind == .busy)
        #expect(error?.description == "cannot read a line: another thread is reading one")
        terminal.type("\u{4}")
        #expect(try await line == .endOfInput)
    }

    @Test("ends the line when the task that waits for it is cancelled")
    func cancelled() async throws {
        let terminal = PseudoTerminal()
        let editor = try terminal.makeEditor()
        let task = Task { try await editor.nextLine() }
        #expect(await terminal.prompts())
        task.cancel()
        #expect(try await task.value == .interrupted)
    }

    @Test("yields lines until the input ends, those typed before the prompt too")
    func lines() async throws {
        let terminal = PseudoTerminal()
        let editor = try terminal.makeEditor()
        terminal.type("red\rgreen\r")
        var lines: [LineInput] = []
        for try await line in editor.lines {
            lines.append(line)
            if lines.count == 2 {
                async let isAsking = terminal.shows { $0.currentRow == ">" && $0.rows.count >= 3 }
                async let last = editor.nextLine()
                #expect(await isAsking)
                terminal.type("\u{4}")
                #expect(try await last == .endOfInput)
                terminal.hangUp()
            }
        }
        #expect(lines == [.line("red"), .line("green")])
    }
}
