import AcousticModel
import Testing

@Suite("Provenance")
struct ProvenanceTests {
    private static let provenance = Provenance(
        name: "commands", vocabulary: "commands", words: ["off", "on"], language: "en", method: .mllrThenMAP,
        base: "/stock", licence: "BSD", made: "2026-01-02T03:04:05Z", clips: 12, speakers: 1, seconds: 9.5,
        heldBack: HeldBack(clips: 12, before: 10, after: 12), recordings: ["ab"])

    @Test("reads what it wrote")
    func roundTrip() throws {
        #expect(try Provenance(parsing: Self.provenance.bytes, file: "p") == Self.provenance)
    }

    @Test("a description of a later version, or none, is refused in words")
    func refused() throws {
        let text = String(decoding: Self.provenance.bytes, as: UTF8.self)
        let later = text.replacing("\"version\" : 1", with: "\"version\" : 99")
        #expect(later != text)
        let error = #expect(throws: ParameterError.self) { try Provenance(parsing: Array(later.utf8), file: "p") }
        #expect(error?.description == "cannot use p: it was made by a later version of this program")
        #expect(throws: ParameterError.self) { try Provenance(parsing: Array("{}".utf8), file: "p") }
    }
}
