import LineEditor
import Testing

@Suite("LineHistory")
struct LineHistoryTests {
    @Test("moves a line that comes again to the end")
    func again() {
        var history = LineHistory(limit: 10)
        for line in ["red", "green", "red"] { history.add(line) }
        #expect(history.lines == ["green", "red"])
    }

    @Test("forgets the oldest lines beyond its limit")
    func bounded() {
        var history = LineHistory(limit: 2)
        for line in ["red", "green", "blue"] { history.add(line) }
        #expect(history.lines == ["green", "blue"])
    }

    @Test("takes no note of blank lines and of a repetition", arguments: ["", "  \t", "red", "two\nlines"])
    func unworthy(line: String) {
        var history = LineHistory(limit: 10)
        history.add("red")
        let isNoted = history.add(line)
        #expect(!isNoted)
        #expect(history.lines == ["red"])
    }
}
