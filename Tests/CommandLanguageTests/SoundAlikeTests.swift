import Testing

@testable import CommandLanguage

@Suite("Sentences that sound alike")
struct SoundAlikeTests {
    /// Every phone counts the same.
    private struct PlainCosts: SoundCosts {
        func substitution(_ phone: String, _ other: String) -> Double { phone == other ? 0 : 1 }
        func gap(_ phone: String) -> Double { 1 }
    }

    private static let dictionary = try! PronunciationDictionary(
        parsing: """
            red R EH D
            read R EH D
            read(2) R IY D
            bed B EH D
            light L AY T
            lamp L AE M P
            please P L IY Z
            """, file: "test.dict")

    private func near(_ body: String, _ phones: String, within limit: Double) throws -> [String] {
        let grammar = try Grammar(parsing: "#JSGF V1.0;\ngrammar g;\n" + body, file: "g")
        return grammar.sentences(
            soundingLike: phones.split(separator: " ").map(String.init), in: Self.dictionary, within: limit,
            costs: PlainCosts()
        ).map { "\($0.sentence.text) \(($0.distance * 100).rounded() / 100)" }
    }

    @Test("are found with their distance, the nearest first, in any pronunciation")
    func nearest() throws {
        let body = "public <a> = [please] (red {c=r} | bed {c=b} | read {c=x} | light {c=l});"
        #expect(try near(body, "R EH D", within: 0.35) == ["read 0.0", "red 0.0", "bed 0.33", "read 0.33"])
        #expect(try near(body, "R EH D", within: 0.1) == ["read 0.0", "red 0.0"])
        #expect(try near(body, "P L IY Z R EH D", within: 0.1) == ["please read 0.0", "please red 0.0"])
    }

    @Test("may be longer or shorter; each phone too many or missing counts")
    func lengths() throws {
        let body = "public <a> = red light {c=r} | red {c=s};"
        #expect(try near(body, "R EH D L AY", within: 0.2) == ["red light 0.17"])
        #expect(try near(body, "R EH D S", within: 0.3) == ["red 0.25"])
    }

    @Test("are not looked for in typed rules, and loops come to an end")
    func loops() throws {
        let body = "public <a> = (red [<NULL>] | <t>)+ {c=r};\n/** @typed */ <t> = lamp;"
        #expect(try near(body, "R EH D R EH D", within: 0.2) == ["red red 0.0"])
        #expect(try near(body, "L AE M P", within: 0.2) == [])
    }
}
