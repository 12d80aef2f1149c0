import Testing

@testable import LineEditor

@Suite("LineAssembler")
struct LineAssemblerTests {
    @Test("makes the same lines of the same bytes, however they are cut", arguments: 1...7)
    func pieces(size: Int) {
        let bytes = Array("red\r\n불 켜 줘\n\nlast".utf8)
        var assembler = LineAssembler(limit: 100)
        var lines: [LineInput] = []
        for start in stride(from: 0, to: bytes.count, by: size) {
            assembler.add(bytes[start..<min(bytes.count, start + size)])
            while let line = assembler.next() { lines.append(line) }
        }
        if let line = assembler.finish() { lines.append(line) }
        #expect(lines == [.line("red"), .line("불 켜 줘"), .line(""), .line("last")])
    }

    @Test("takes a line of exactly the limit, with either ending", arguments: ["\n", "\r\n"])
    func limit(ending: String) {
        var assembler = LineAssembler(limit: 3)
        assembler.add(Array("red\(ending)".utf8))
        let line = assembler.next()
        #expect(line == .line("red"))
    }

    @Test("refuses one byte more, also at the end of the input")
    func overLimit() {
        var assembler = LineAssembler(limit: 3)
        assembler.add(Array("pink\nblue".utf8))
        let lines = [assembler.next(), assembler.next(), assembler.finish(), assembler.finish()]
        #expect(lines == [.refused(.tooLong(limit: 3)), nil, .refused(.tooLong(limit: 3)), nil])
    }

    @Test("holds on to no more than the limit of an endless line")
    func endless() {
        var assembler = LineAssembler(limit: 10)
        for _ in 0..<1_000 {
            assembler.add([UInt8](repeating: 0x61, count: 100))
            let line = assembler.next()
            #expect(line == nil)
            #expect(assembler.heldBytes == 0)
        }
        assembler.add(Array("\nred\n".utf8))
        let lines = [assembler.next(), assembler.next()]
        #expect(lines == [.refused(.tooLong(limit: 10)), .line("red")])
    }
}
