import Testing

@testable import LineEditor

@Suite("Completion")
struct CompletionTests {
    @Test("knows the word being typed")
    func word() {
        #expect(Completion(line: "light tw", offered: []).word == "tw")
        #expect(Completion(line: "light ", offered: []).word == "")
        #expect(Completion(line: "불 ㅋ", offered: []).word == "ㅋ")
    }

    @Test("takes up the candidate's spelling when the case differs")
    func spelling() {
        #expect(Completion(line: "LI", offered: ["light", "lights"]).replacement == "light")
    }

    @Test("offers nothing to put in when the candidates share no more than what is typed")
    func ambiguous() {
        #expect(Completion(line: "l", offered: ["light", "lamp"]).replacement == nil)
        #expect(Completion(line: "", offered: ["켜", "꺼"]).replacement == nil)
    }

    @Test("lists in columns as wide as the terminal, read downwards")
    func columns() {
        let completion = Completion(line: "", offered: ["a", "bb", "켜", "d", "e"])
        #expect(completion.listing(terminalColumns: 12) == "a   켜  e\nbb  d")
        #expect(completion.listing(terminalColumns: 1) == "a\nbb\n켜\nd\ne")
    }

    @Test("counts what is too much to list")
    func limited() {
        let completion = Completion(line: "", offered: (0..<200).map { "word\($0)" })
        #expect(completion.listing(terminalColumns: 80).hasSuffix("\nand 100 more"))
    }
}
