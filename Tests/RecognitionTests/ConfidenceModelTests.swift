import PocketSphinxDecoder
import Recognition
import Testing

@Suite("ConfidenceModel")
struct ConfidenceModelTests {
    private static let lines = [
        "intercept 1 # of the odds", "sentence 0.2", "other_words 0.05", "runner_up 0.1",
        "least_sentence -20",
        "threshold_strict 0.9", "threshold_normal 0.7", "threshold_eager 0.4", "margin_strict 6", "margin_normal 3",
        "margin_eager 1",
    ]

    private func model(_ lines: [String] = Self.lines) throws(ConfidenceModelError) -> ConfidenceModel {
        try ConfidenceModel(parsing: lines.joined(separator: "\n"), file: "c.txt")
    }

    private func evidence(
        sentence: Double = 0, otherWords: Double = 0, runnerUp: Double = 0, words: Int = 1
    ) -> Evidence {
        Evidence(sentence: sentence, otherWords: otherWords, runnerUp: runnerUp, runnerUpText: "off", words: words)
    }

    @Test("makes a probability of a weighted sum")
    func probability() throws {
        let model = try model()
        #expect(abs(model.probability(of: evidence()) - 0.731_058_6) < 1e-6)
        #expect(abs(model.probability(of: evidence(sentence: -5)) - 0.5) < 1e-9)
        #expect(model.probability(of: evidence(sentence: -40, otherWords: -40, runnerUp: -40)) < 1e-5)
    }

    @Test("is surer the more each figure speaks for the hypothesis")
    func monotonous() throws {
        let model = try model()
        let none = model.probability(of: evidence())
        #expect(model.probability(of: evidence(sentence: 1)) > none)
        #expect(model.probability(of: evidence(otherWords: 1)) > none)
        #expect(model.probability(of: evidence(runnerUp: 1)) > none)
    }

    @Test("takes no sentence of several words that hardly fits, whatever else speaks for it")
    func hardlyFitting() throws {
        let model = try model()
        let (near, far) = (
            evidence(sentence: -19.9, otherWords: 20, runnerUp: 20, words: 2),
            evidence(sentence: -20.1, otherWords: 20, runnerUp: 20, words: 2)
        )
        #expect(model.probability(of: near) > 0.2)
        #expect(model.probability(of: far) == 0)
        #expect(!Certainty(far, by: model, caution: .eager).suffices(for: .eager))
        #expect(model.probability(of: evidence(sentence: -20.1, otherWords: 20, runnerUp: 20)) > 0.2)
    }

    @Test("asks for more the more careful one is")
    func caution() throws {
        let certainty = Certainty(evidence(), by: try model(), caution: .normal)
        #expect(!certainty.suffices(for: .strict))
        #expect(certainty.suffices(for: .normal))
        #expect(certainty.suffices(for: .eager))
        let near = Certainty(evidence(runnerUp: 2), by: try model(), caution: .normal)
        #expect(!near.excludesOpposite(for: .normal))
        #expect(near.excludesOpposite(for: .eager))
    }

    @Test("blames the runner-up only if nothing else speaks against the hypothesis")
    func blame() throws {
        let near = Certainty(evidence(sentence: -5, runnerUp: 0.5), by: try model(), caution: .normal)
        #expect(!near.suffices(for: .normal) && near.isRunnerUpToBlame(for: .normal))
        let strange = Certainty(evidence(sentence: -30, runnerUp: 0.5), by: try model(), caution: .normal)
        #expect(!strange.suffices(for: .normal) && !strange.isRunnerUpToBlame(for: .normal))
    }

    @Test(
        "says what is wrong with a file, and where",
        arguments: [
            (lines.dropLast() + [], #"c.txt: "margin_eager" is missing"#),
            (["sentense 1"] + lines, #"c.txt:1: there is no figure "sentense""#),
            (lines + ["sentence 2"], #"c.txt:12: "sentence" stands there twice"#),
            (["intercept"] + lines, #"c.txt:1: "intercept" is to be followed by one number"#),
            (["intercept nan"] + lines, #"c.txt:1: "intercept" is to be followed by one number"#),
        ])
    func errors(lines: [String], message: String) {
        let error = #expect(throws: ConfidenceModelError.self) { try model(lines) }
        #expect(error?.description == message)
        #expect(error?.hint == "make the file again with `Scripts/fit-confidence`")
    }
}
