import PocketSphinxDecoder
import Recognition
import Testing

@Suite("ComparisonModel")
struct ComparisonModelTests {
    private static let lines = [
        "intercept -1", "sentence 0.1", "other_words 0.1", "runner_up 0.1", "score 2", "margin 3", "agreement 1",
        "threshold_strict 0.6", "threshold_normal 0.5", "threshold_eager 0.2",
    ]
    private let model: ComparisonModel
    private let first: ConfidenceModel

    init() throws {
        model = try ComparisonModel(parsing: Self.lines.joined(separator: "\n"), file: "c.txt")
        first = try ConfidenceModel(
            parsing: """
                intercept 0
                sentence 0.5
                other_words 0
                runner_up 0.2
                threshold_strict 0.95
                threshold_normal 0.7
                threshold_eager 0.4
                margin_strict 8
                margin_normal 4
                margin_eager 1
                least_sentence -40
                """, file: "c.txt")
    }

    private func candidates(_ words: [String: Double], runnerUp: Double = 2) throws -> [Comparison] {
        let opinion = try #require(WordOpinion(words.map { .init(text: $0.key, score: $0.value) }))
        let evidence = Evidence(sentence: 1, otherWords: 1, runnerUp: runnerUp, runnerUpText: "off")
        return Comparison.candidates(hypothesis: "on", evidence, opinion) {
            Set([$0, $1]) == ["on", "lights on"] || $0 == $1
        }
    }

    @Test("adds up what both recognisers say")
    func sum() throws {
        let agreed = try candidates(["on": 0.5, "off": 0.2])
        #expect(agreed.map(\.text) == ["on"] && agreed[0].isAgreed)
        // -1 + 0.1 + 0.1 + 0.2 + 2 * 0.5 + 3 * 0.3 + 1
        #expect(abs(model.probability(of: agreed[0]) - 0.908_877) < 1e-5)
    }

    @Test("considers what the second one heard instead, which the first one thinks less likely")
    func instead() throws {
        let both = try candidates(["on": 0.1, "off": 0.7, "go": 0.2])
        #expect(both.map(\.text) == ["on", "off"])
        #expect(both.allSatisfy { !$0.isAgreed })
        #expect(model.probability(of: both[1]) > model.probability(of: both[0]))
        let far = try candidates(["on": 0.1, "off": 0.7, "go": 0.2], runnerUp: 20)
        #expect(model.probability(of: far[1]) < model.probability(of: both[1]))
    }

    @Test("takes another way to say the same for agreement, not for a rival")
    func synonyms() throws {
        let same = try candidates(["on": 0.4, "lights on": 0.6, "off": 0.1])
        #expect(same.map(\.text) == ["on"] && same[0].isAgreed)
        #expect(same[0].standing.score == 0.6 && same[0].standing.margin == 0.5 && same[0].standing.rival == "off")
    }

    @Test("has no opinion on a sentence that the second one does not know")
    func unknown() throws {
        #expect(try candidates(["off": 0.9]).isEmpty)
    }

    @Test("makes the strict want both to agree, however probable it is")
    func strict() throws {
        let evidence = Evidence(sentence: 20, otherWords: 20, runnerUp: 20)
        let certainty = Certainty(evidence, by: first, caution: .normal)
        let agreed = certainty.comparing(try candidates(["on": 0.9])[0], by: model)
        let alone = certainty.comparing(try candidates(["on": 0.6, "go": 0.61])[0], by: model)
        #expect(agreed.suffices(for: .strict) && alone.suffices(for: .eager) && !alone.suffices(for: .strict))
        #expect(agreed.ignoringThresholds.probability == agreed.probability)
    }

    @Test("asks for as much more as a calibration asks of the first recogniser alone, and no more for a vocabulary")
    func calibrated() throws {
        let evidence = Evidence(sentence: 1, otherWords: 1, runnerUp: 2)
        let comparison = try candidates(["on": 0.3, "off": 0.1])[0]
        #expect(abs(model.probability(of: comparison) - 0.832_018) < 1e-5)
        // From 0.7 to 0.93 is as far in odds as from 0.5 to 0.85.
        let careful = Certainty(evidence, by: first.replacing([.normal: 0.93]), caution: .normal)
        #expect(!careful.comparing(comparison, by: model).suffices(for: .normal))
        #expect(
            Certainty(evidence, by: first, caution: .normal).comparing(comparison, by: model).suffices(for: .normal))
        let fitted = Certainty(evidence, by: first.fitted(with: [.normal: 0.93]), caution: .normal)
        #expect(fitted.comparing(comparison, by: model).suffices(for: .normal))
    }

    @Test("says what is wrong with a file, and where")
    func broken() {
        for (line, content, message) in [
            (4, "score much", "c.txt:5: \"score\" is to be followed by one number"),
            (5, "", "c.txt: \"margin\" is missing"), (0, "odds 1", "c.txt:1: there is no figure \"odds\""),
        ] {
            var lines = Self.lines
            lines[line] = content
            let error = #expect(throws: ConfidenceModelError.self) {
                _ = try ComparisonModel(parsing: lines.joined(separator: "\n"), file: "c.txt")
            }
            #expect(error?.description == message)
        }
    }
}
