import LineEditor
import TerminalFixtures
import Testing

@Suite("LineEditor printing above the prompt")
struct LineEditorPrintTests {
    @Test("shows a message above the line being typed, and the line anew with the cursor where it was")
    func above() async throws {
        let terminal = PseudoTerminal()
        let editor = try terminal.makeEditor()
        async let line = editor.nextLine()
        #expect(await terminal.prompts())
        terminal.type("light to\u{1B}[D")
        #expect(await terminal.shows { $0.currentRow == "> light to" && $0.column == 9 })
        editor.print("the board is back")
        #expect(await terminal.shows { $0.rows == ["the board is back", "> light to"] && $0.column == 9 })
        terminal.type("w\r")
        #expect(try await line == .line("light two"))
    }

    @Test("leaves no rest of a line that fills several rows", arguments: [9, 10, 11, 17, 18, 19, 20, 27])
    func severalRows(length: Int) async throws {
        let terminal = PseudoTerminal(columns: 10)
        let editor = try terminal.makeEditor()
        async let line = editor.nextLine()
        #expect(await terminal.prompts())
        let typed = String("abcdefghijklmnopqrstuvwxyz0".prefix(length))
        terminal.type(typed)
        #expect(await terminal.shows { $0.rows.joined() == "> \(typed)" })
        editor.print("one")
        #expect(await terminal.shows { $0.rows.joined() == "one> \(typed)" && $0.rows.first == "one" })
        terminal.type("\r")
        #expect(try await line == .line(typed))
    }

    @Test("finds the line's beginning when a wide character wrapped early")
    func wideRows() async throws {
        let terminal = PseudoTerminal(columns: 11)
        let editor = try terminal.makeEditor()
        async let line = editor.nextLine()
        #expect(await terminal.prompts())
        terminal.type("가나다라마바사")
        #expect(await terminal.shows { $0.rows == ["> 가나다라", "마바사"] })
        editor.print("one")
        #expect(await terminal.shows { $0.rows == ["one", "> 가나다라", "마바사"] })
        terminal.type("\r")
        #expect(try await line == .line("가나다라마바사"))
    }

    @Test("loses and mixes up nothing when many threads print while a line is typed")
    func manyThreads() async throws {
        let terminal = PseudoTerminal(columns: 40)
        let editor = try terminal.makeEditor()
        async let line = editor.nextLine()
        #expect(await terminal.prompts())
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<50 { group.addTask { editor.print("event \(number)") } }
        }
        terminal.type("red")
        #expect(await terminal.shows { $0.rows.count == 51 && $0.currentRow == "> red" })
        #expect(Set(terminal.screen.rows.dropLast()) == Set((0..<50).map { "event \($0)" }))
        terminal.type("\r")
        #expect(try await line == .line("red"))
    }

    @Test("prints at once while no line is being read")
    func betweenLines() async throws {
        let terminal = PseudoTerminal()
        let editor = try terminal.makeEditor()
        editor.print("obeyed")
        #expect(await terminal.shows { $0.rows == ["obeyed", ""] })
    }

    @Test("follows the window when its width changes")
    func resized() async throws {
        let terminal = PseudoTerminal(columns: 40)
        let editor = try terminal.makeEditor()
        async let line = editor.nextLine()
        #expect(await terminal.prompts())
        terminal.type("0123456789")
        #expect(await terminal.shows(row: "> 0123456789"))
        terminal.resize(columns: 80)
        terminal.type("a")
        #expect(await terminal.shows { $0.rows.joined().hasSuffix("> 0123456789a") })
        terminal.type("\r")
        #expect(try await line == .line("0123456789a"))
    }
}
