import Testing

@testable import Session

@Suite("AvrdudeOutput")
struct AvrdudeOutputTests {
    @Test("tells writing and verifying from the bars, and takes reading before writing for neither")
    func bars() {
        var output = AvrdudeOutput()
        #expect(output.take("Reading | ########".utf8) == nil)
        #expect(output.take(" | 100% 0.00s\n\nWriting | #####".utf8) == FlashProgress(.write, percent: 10))
        #expect(output.take("#".utf8) == FlashProgress(.write, percent: 12))
        #expect(output.take(" | 100% 0.9s\n".utf8) == nil)
        #expect(output.take("Reading | ##".utf8) == FlashProgress(.verify, percent: 4))
    }

    @Test("keeps the words for an explanation, and bounds them")
    func words() {
        var output = AvrdudeOutput()
        _ = output.take("avrdude OS error: ioctl(\"TIOCMGET\"): Inappropriate\navrdude: 9 bytes verified\n".utf8)
        #expect(output.lines == ["9 bytes verified"])
        _ = output.take(String(repeating: String(repeating: "x", count: 2000) + "\n", count: 1000).utf8)
        #expect(output.lines.count == 200)
        #expect(output.lines.allSatisfy { $0.utf8.count <= 500 })
    }

    @Test(
        "knows why avrdude failed",
        arguments: [
            ("error: programmer is not responding", FlashError.Kind.noBootloader),
            ("warning: attempt 1 of 10: not in sync: resp=0x00", .noBootloader),
            ("error: verification mismatch", .mismatch),
            ("error: expected signature for ATmega328P is 1E 95 0F", .wrongChip),
            ("error: out of paper", .other),
        ])
    func kinds(line: String, kind: FlashError.Kind) {
        #expect(FlashError(avrdude: ["initialized", line], status: 1, port: "/dev/ttyACM0").kind == kind)
    }

    @Test("says what a damaged flash means, and keeps avrdude's own words")
    func mismatch() {
        let error = FlashError(avrdude: ["error: verification mismatch"], status: 1, port: "/dev/ttyACM0")
        #expect(error.description == "the flash does not hold what was written: error: verification mismatch")
        #expect(error.hint == "flash it again; if it happens again, the board's flash is worn out")
    }
}
