import LineEditor
import TerminalFixtures
import Testing

@Suite("LineEditor completing words")
struct LineEditorCompletionTests {
    @Sendable private static func words(after line: String) -> [String] {
        switch line.split(separator: " ").first {
        case "light" where line.contains(" "): ["one", "two", "three"]
        case "불" where line.contains(" "): ["켜", "꺼"]
        default: ["light", "lights", "lamp", "red"]
        }
    }

    @Test("completes the only candidate, and puts a space after it")
    func only() async throws {
        let terminal = PseudoTerminal()
        let editor = try terminal.makeEditor(completions: Self.words)
        async let line = editor.nextLine()
        #expect(await terminal.prompts())
        terminal.type("re\tx")
        #expect(await terminal.shows(row: "> red x"))
        terminal.type("\r")
        #expect(try await line == .line("red x"))
    }

    @Test("completes what the candidates share, then lists them above the line")
    func shared() async throws {
        let terminal = PseudoTerminal()
        let editor = try terminal.makeEditor(completions: Self.words)
        async let line = editor.nextLine()
        #expect(await terminal.prompts())
        terminal.type("li\t")
        #expect(await terminal.shows(row: "> light"))
        terminal.type("\t")
        #expect(await terminal.shows { $0.rows == ["light   lights", "> light"] })
        terminal.type(" tw\t")
        #expect(await terminal.shows(row: "> light two"))
        terminal.type("off\r")
        #expect(try await line == .line("light two off"))
    }

    @Test("lists every word that may come next when none is begun")
    func next() async throws {
        let terminal = PseudoTerminal()
        let editor = try terminal.makeEditor(completions: Self.words)
        async let line = editor.nextLine()
        #expect(await terminal.prompts())
        terminal.type("불 \t")
        #expect(await terminal.shows { $0.rows == ["켜  꺼", "> 불"] && $0.column == 5 })
        terminal.type("켜\r")
        #expect(try await line == .line("불 켜"))
    }

    @Test("leaves the line alone when nothing fits")
    func nothing() async throws {
        let terminal = PseudoTerminal()
        let editor = try terminal.makeEditor(completions: Self.words)
        async let line = editor.nextLine()
        #expect(await terminal.prompts())
        terminal.type("coffee\t!")
        #expect(await terminal.shows(row: "> coffee!"))
        terminal.type("\r")
        #expect(try await line == .line("coffee!"))
    }
}
