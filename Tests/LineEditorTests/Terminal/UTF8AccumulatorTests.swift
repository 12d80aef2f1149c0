import Testing

@testable import LineEditor

@Suite("UTF8Accumulator")
struct UTF8AccumulatorTests {
    private func scalars(_ bytes: [UInt8]) -> [Unicode.Scalar] {
        var accumulator = UTF8Accumulator()
        return bytes.compactMap { accumulator.add($0) }
    }

    @Test("puts characters of every length together")
    func lengths() {
        #expect(scalars(Array("aé불😀".utf8)) == ["a", "é", "불", "😀"])
    }

    @Test(
        "marks what is not a character, and reads on",
        arguments: [[0xFF, 0x61], [0x80, 0x61], [0xC0, 0x61], [0xED, 0xA0, 0x80, 0x61]] as [[UInt8]])
    func malformed(bytes: [UInt8]) {
        #expect(scalars(bytes) == ["\u{FFFD}", "a"])
    }

    @Test("gives up a character that was cut off by the next")
    func cutOff() {
        #expect(scalars([0xEB, 0xB6, 0x61]) == ["a"])
    }
}
