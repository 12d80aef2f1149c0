import LEDLink
import Testing

@Suite("LineAssembler")
struct LineAssemblerTests {
    private func lines(of text: String, limit: Int = 200) -> [String] {
        var assembler = LineAssembler(limit: limit)
        return text.utf8.compactMap { assembler.append($0) }.map { String(decoding: $0, as: UTF8.self) }
    }

    @Test("ends a line at a newline, a carriage return or both, and makes no empty lines")
    func ends() {
        #expect(lines(of: "one\ntwo\rthree\r\n\n\rfour\n") == ["one", "two", "three", "four"])
    }

    @Test("keeps back what has not ended")
    func unfinished() {
        var assembler = LineAssembler()
        #expect("half".utf8.allSatisfy { assembler.append($0) == nil })
        #expect(assembler.finish() == Array("half".utf8))
        #expect(assembler.finish() == nil)
    }

    @Test("parts noise from the framed line behind it")
    func marks() {
        #expect(lines(of: "\u{1}\u{2}#17 OK*hh\n") == ["\u{1}\u{2}", "#17 OK*hh"])
        #expect(lines(of: "#17 O#18 OK*hh\n!READY*hh\n") == ["#17 O", "#18 OK*hh", "!READY*hh"])
    }

    @Test("keeps the beginning of a line that is too long, and the line behind it")
    func bounded() {
        let noise = String(repeating: "x", count: 1000)
        #expect(lines(of: "\(noise)\nnext\n", limit: 10) == ["xxxxxxxxxx", "next"])
        #expect(lines(of: "\(noise)#1 OK\n", limit: 10) == ["xxxxxxxxxx", "#1 OK"])
    }
}
