import Testing

@testable import LineEditor

@Suite("DisplayWidth")
struct DisplayWidthTests {
    init() { DisplayWidth.useUTF8() }

    @Test("counts two columns for a syllable, none for a combining mark")
    func columns() {
        #expect(DisplayWidth.columns(of: "불 on") == 5)
        #expect(DisplayWidth.columns(of: "e\u{301}") == 1)
    }

    @Test(
        "moves the cursor on when a row is full",
        arguments: [("", 0), ("123456789", 0), ("1234567890", 1), ("12345678901", 1), ("123456789가", 1)])
    func rows(text: String, rows: Int) {
        #expect(DisplayWidth.rows(under: text, terminalColumns: 10) == rows)
    }
}
