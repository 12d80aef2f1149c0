import Testing
import WordPrototypes

@Suite("WordPrototypes")
struct WordPrototypesTests {
    /// Three features, of which the last tells nothing.
    private static let lines = [
        "# comment", "other_weight 0.5", "least_score 0.3", "mean 1 1 1", "axis 1 0 0", "axis 0 1 0",
        "word \"on\" 1 0", "word \"lamp off\" 0 2", "other -1 -1",
    ]

    private func prototypes(_ lines: [String] = Self.lines) throws(WordPrototypesError) -> WordPrototypes {
        try WordPrototypes(parsing: lines.joined(separator: "\n"), file: "p.txt")
    }

    @Test("puts the word first whose direction is the nearest, however loud it was")
    func nearest() throws {
        let prototypes = try prototypes()
        for loudness: Float in [0.1, 1, 30] {
            let scores = prototypes.scores(of: [1 + 3 * loudness, 1 + loudness, 99])
            #expect(scores.map(\.text) == ["on", "lamp off"])
            // The other direction lies behind, which speaks for every word.
            #expect(abs(scores[0].score - (3 + 0.5 * 4 / 2.0.squareRoot()) / 10.0.squareRoot()) < 1e-6)
        }
    }

    @Test("takes away what other speech is like, and so refuses what is more like that")
    func others() throws {
        let scores = try prototypes().scores(of: [-2, -2, 1])
        #expect(scores.allSatisfy { $0.score < -1 })
    }

    @Test("counts words that cannot have been said among what the others are not")
    func candidates() throws {
        let scores = try prototypes().scores(of: [1, 2, 1]) { $0 == "on" }
        #expect(scores.map(\.text) == ["on"])
        #expect(abs(scores[0].score - -0.5) < 1e-6)
    }

    @Test("comes nearer to a voice with each sample of it, and learns words that it did not know")
    func enrolment() throws {
        let prototypes = try prototypes()
        let own: [Float] = [2, 2, 1]
        func score(_ prototypes: WordPrototypes) -> Double { prototypes.scores(of: own)[0].score }
        let once = prototypes.enrolling(Enrolment(samples: ["on": [own]]))
        let thrice = prototypes.enrolling(Enrolment(samples: ["on": [own, own, own]]))
        #expect(score(prototypes) < score(once) && score(once) < score(thrice))
        #expect(once.words.first { $0.text == "lamp off" } == prototypes.words.first { $0.text == "lamp off" })
        let learnt = prototypes.enrolling(Enrolment(samples: ["fountain": [own]]))
        #expect(abs(learnt.scores(of: own)[0].score - 1.5) < 1e-6)
    }

    @Test(
        "says what is wrong with a file, and where",
        arguments: [
            (1, "other_weight one", "p.txt:2: \"other_weight\" is to be followed by 1 number"),
            (3, "mean 1 x 1", "p.txt:4: \"mean\" is to be followed by 3 numbers"),
            (4, "axis 1 0", "p.txt:5: \"axis\" is to be followed by 3 numbers"),
            (6, "word \"on\" 1 0 0", "p.txt:7: \"word \"on\"\" is to be followed by 2 numbers"),
            (7, "word \"on\" 1 0", "p.txt:8: \"word \"on\"\" stands there twice"),
            (6, "word on 1 0", "p.txt:7: there is no entry \"word\""),
            (8, "speech 1 0", "p.txt:9: there is no entry \"speech\""),
            (2, "", "p.txt: \"least_score\" is missing"),
        ])
    func broken(line: Int, content: String, message: String) {
        var lines = Self.lines
        lines[line] = content
        let error = #expect(throws: WordPrototypesError.self) { _ = try prototypes(lines) }
        #expect(error?.description == message)
    }
}
