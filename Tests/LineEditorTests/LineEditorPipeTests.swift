import Glibc
import LineEditor
import Testing

@Suite("LineEditor on a pipe")
struct LineEditorPipeTests {
    /// Everything an editor makes of `bytes`, and what it wrote meanwhile.
    private func lines(from bytes: [UInt8], longestLine: Int = 4_096) async throws -> (
        lines: [LineInput], written: [UInt8]
    ) {
        let input = Pipe()
        let output = Pipe()
        input.write(bytes)
        input.closeWriteEnd()
        let editor = try LineEditor(
            prompt: "> ", input: input.readEnd, output: output.writeEnd, longestLine: longestLine)
        #expect(!editor.isEditing)
        var lines: [LineInput] = []
        for try await line in editor.lines { lines.append(line) }
        return (lines, output.readAvailable())
    }

    @Test("takes lines with either ending, and a last one with none, without prompt or escape codes")
    func endings() async throws {
        let result = try await lines(from: Array("red\ngreen\r\n\n불 켜 줘".utf8))
        #expect(result.lines == [.line("red"), .line("green"), .line(""), .line("불 켜 줘")])
        #expect(result.written == [])
    }

    @Test("refuses bytes that are not UTF-8, and goes on")
    func notUTF8() async throws {
        let result = try await lines(from: [0xFF, 0xFE, 0x0A] + Array("red\n".utf8))
        guard case .refused(let error) = result.lines.first else {
            Issue.record("got \(result.lines)")
            return
        }
        #expect(error.kind == .notUTF8)
        #expect(error.description == "cannot use the line: it is not UTF-8")
        #expect(error.hint == "convert the text first, for example with: iconv -t UTF-8")
        #expect(result.lines.dropFirst() == [.line("red")])
    }

    @Test("refuses a line over the limit, once, and goes on")
    func tooLong() async throws {
        let result = try await lines(
            from: [UInt8](repeating: 0x61, count: 50_000) + Array("\nred".utf8), longestLine: 100)
        #expect(result.lines.count == 2)
        #expect(result.lines.last == .line("red"))
        guard case .refused(let error) = result.lines.first else { return }
        #expect(error.kind == .tooLong)
    }

    @Test("returns a line as soon as it is there, before the pipe is closed")
    func asTheyCome() async throws {
        let input = Pipe()
        let editor = try LineEditor(prompt: "> ", input: input.readEnd, output: 2)
        input.write(Array("red\ngre".utf8))
        #expect(try await editor.nextLine() == .line("red"))
        async let line = editor.nextLine()
        input.write(Array("en\n".utf8))
        #expect(try await line == .line("green"))
    }

    @Test("stops waiting when interrupted")
    func interrupted() async throws {
        let input = Pipe()
        let editor = try LineEditor(prompt: "> ", input: input.readEnd, output: 2)
        async let line = editor.nextLine()
        editor.interrupt()
        #expect(try await line == .interrupted)
    }

    @Test("says so when the input cannot be read")
    func notReadable() async throws {
        let folder = open("/", O_RDONLY)
        defer { close(folder) }
        let editor = try LineEditor(prompt: "> ", input: folder, output: 2)
        let error = await #expect(throws: LineEditorError.self) { try await editor.nextLine() }
        #expect(error?.kind == .inputFailed)
        #expect(error?.description == "cannot read a line: Is a directory (read: errno 21)")
    }
}
