import AcousticModel
import Testing

@Suite("Checksums")
struct ChecksumsTests {
    private static let sum = String(repeating: "0a", count: 32)

    @Test("are read as sha256sum writes them, and written again")
    func parsing() throws {
        let sums = try Checksums(parsing: "\(Self.sum)  means\n\(Self.sum) *mdef\n", file: "SHA256SUMS")
        #expect(sums.sums == ["means": Self.sum, "mdef": Self.sum])
        #expect(try Checksums(parsing: sums.text, file: "again") == sums)
    }

    @Test(
        "a name that leads out of the folder, or no sum at all, is refused",
        arguments: ["\(sum)  ../means", "\(sum)  /etc/passwd", "\(sum)  ..", "means", "xyz  means", "\(sum)"])
    func refused(line: String) {
        #expect(throws: ParameterError.self) { try Checksums(parsing: line, file: "SHA256SUMS") }
    }

    @Test("names what differs and what only one of them has")
    func differences() throws {
        let other = String(repeating: "0b", count: 32)
        let before = try Checksums(parsing: "\(Self.sum)  a\n\(Self.sum)  b\n\(Self.sum)  c", file: "1")
        let after = try Checksums(parsing: "\(Self.sum)  a\n\(other)  b\n\(other)  d", file: "2")
        #expect(after.differences(from: before) == ["b", "c", "d"])
    }
}
