import LEDLink
import Testing

@Suite("Frame")
struct FrameTests {
    @Test("is number, command and checksum on one line, with a second checksum for boards that know it")
    func bytes() throws {
        let frame = try #require(Frame(sequence: 17, body: "LED2 ON"))
        #expect(String(decoding: frame.bytes, as: UTF8.self) == "#17 LED2 ON*82\n")
        #expect(String(decoding: frame.strictBytes, as: UTF8.self) == "#17 LED2 ON*82B2\n")
    }

    @Test("pads the checksums to two digits")
    func padding() throws {
        let bodies = (0..<100).map { "LED\($0) ON" }
        for body in bodies {
            let frame = try #require(Frame(sequence: 1, body: body))
            let star = try #require(frame.strictBytes.firstIndex(of: UInt8(ascii: "*")))
            #expect(frame.strictBytes.count - star == 6)
        }
        #expect(bodies.contains { CRC8.checksum(of: Array("1 \($0)".utf8)) < 16 })
    }

    @Test("reads what it writes, for every sequence number", arguments: [0, 1, 9, 10, 42, 99])
    func roundTrip(sequence: Int) throws {
        let frame = try #require(Frame(sequence: sequence, body: "LAMP RGB ff8000"))
        #expect(Frame(line: frame.bytes.dropLast()) == frame)
        #expect(Frame(line: frame.strictBytes.dropLast()) == frame)
    }

    @Test("takes a line with the first checksum alone, but not with a wrong second one")
    func firstChecksumAlone() {
        #expect(Frame(line: Array("#17 LED2 ON*82".utf8)) != nil)
        #expect(Frame(line: Array("#17 LED2 ON*8200".utf8)) == nil)
    }

    @Test("takes checksums in lower case, as the board writes them")
    func lowerCase() throws {
        let line = try #require(Frame(sequence: 17, body: "LED2 OFF")).strictBytes.dropLast()
        let lower = String(decoding: line.suffix(4), as: UTF8.self).lowercased()
        #expect(Frame(line: Array(line.dropLast(4)) + Array(lower.utf8)) != nil)
    }

    @Test("refuses numbers out of range, control characters, and lines longer than 60 bytes")
    func limits() {
        #expect(Frame(sequence: 100, body: "HELLO") == nil)
        #expect(Frame(sequence: -1, body: "HELLO") == nil)
        #expect(Frame(sequence: 1, body: "LED1 ON\n") == nil)
        #expect(Frame(sequence: 1, body: "불 켜 줘") == nil)
        #expect(Frame(sequence: 1, body: String(repeating: "A", count: 51))?.strictBytes.count == 60)
        #expect(Frame(sequence: 1, body: String(repeating: "A", count: 52)) == nil)
    }

    @Test(
        "refuses a line that is not whole",
        arguments: [
            "", "#", "#*00", "#17 LED2 ON", "#17 LED2 ON*", "17 LED2 ON*82", "#17 LED2 OM*82", "#17 LED2 ON*GG",
        ])
    func damaged(line: String) {
        #expect(Frame(line: Array(line.utf8)) == nil)
    }
}
