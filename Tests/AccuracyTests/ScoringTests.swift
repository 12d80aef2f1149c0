import Accuracy
import Testing

@Suite("Scoring")
struct ScoringTests {
    private func result(_ label: String?, _ answers: Answer..., speaker: String = "a", line: Int = 1) -> ClipResult {
        ClipResult(Fixture.clip("\(line).wav", label, speaker: speaker, line: line), answers: answers, seconds: 36)
    }

    @Test("a recording is right when all that is obeyed means its label")
    func right() {
        let once = result("light one on", Fixture.answer("light one on"))
        let twice = result("light two on", Fixture.answer("light two on"), Fixture.answer("switch on light two"))
        let late = result("light one on", Fixture.answer("", refused: "no words"), Fixture.answer("light one on"))
        #expect([once, twice, late].allSatisfy { $0.verdict() == .right })
    }

    @Test("a recording is wrong when anything else is obeyed, also after the right thing")
    func wrong() {
        let other = result("light one on", Fixture.answer("light one off"))
        let after = result("light one on", Fixture.answer("light one on"), Fixture.answer("light two on"))
        let before = result("light one on", Fixture.answer("light two on"), Fixture.answer("light one on"))
        #expect([other, after, before].allSatisfy { $0.verdict() == .wrong })
        #expect(after.mistakes.map(\.text) == ["light two on"])
        #expect(!other.holdsRight && after.holdsRight && before.holdsRight)
    }

    @Test("a recording is refused when nothing is obeyed, were it heard rightly or not at all")
    func refused() {
        let unsure = result("light one on", Fixture.answer("light one on", refused: "unsure"))
        #expect(unsure.verdict() == .refused)
        #expect(result("light one on").verdict() == .refused)
    }

    @Test("a threshold refuses what is less sure")
    func threshold() {
        let clip = result(
            "light one on", Fixture.answer("light one on", confidence: 0.8),
            Fixture.answer("light two on", confidence: 0.3))
        #expect(
            [0, 0.3, 0.5, 0.8, 0.9].map { clip.verdict(atConfidence: $0) } == [
                .wrong, .wrong, .right, .right, .refused,
            ])
    }

    @Test("counts by label and by speaker, and puts the most frequent confusion first")
    func score() {
        let results = [
            result("light one on", Fixture.answer("light one on"), speaker: "a", line: 1),
            result("light one on", Fixture.answer("light one off"), speaker: "a", line: 2),
            result("light one on", Fixture.answer("light one off"), speaker: "b", line: 3),
            result("light two on", Fixture.answer("light one on"), speaker: "b", line: 4),
            result("light two on", Fixture.answer("", refused: "no words"), speaker: "b", line: 5),
        ]
        let score = AccuracyScore(manifest: "m.tsv", snr: 9, results: results.reversed(), seed: 1)
        #expect(score.results.map(\.clip.line) == [1, 2, 3, 4, 5])
        #expect([score.all.clips, score.all.right, score.all.wrong, score.all.refused] == [5, 1, 3, 1])
        #expect(score.labels.map(\.label) == ["light one on", "light two on"])
        #expect(score.labels.map(\.share.right) == [1, 0])
        #expect(score.speakers.map(\.share.clips) == [2, 3])
        #expect(score.confusions.map(\.count) == [2, 1])
        #expect(score.confusions.first?.heard == "light one off")
        #expect(score.condition == "9 dB")
        #expect(score.hours == 0.05)
    }

    @Test("counts each obeyed utterance of the negatives, by the hour")
    func falseAccepts() {
        let accepts = FalseAccepts(
            manifest: "n.tsv",
            results: [
                result(nil, Fixture.answer("light one on", at: 3), Fixture.answer("light two on", at: 9), line: 2),
                result(nil, Fixture.answer("light one on", refused: "unsure"), line: 1),
            ])
        #expect(accepts.count == 2)
        #expect(accepts.clipsObeyed == 1)
        #expect(abs(accepts.perHour - 100) < 1e-9)
        #expect(accepts.examples.map(\.start) == [3, 9])
    }

    @Test("the interval over speakers holds the share, repeats with its seed, and is wider for fewer speakers")
    func interval() throws {
        func shares(_ speakers: Int) -> [Share] {
            (0..<speakers).map { speaker in
                var share = Share()
                for clip in 0..<10 { share.count(clip < speaker % 11 ? .right : .wrong) }
                return share
            }
        }
        let many = try #require(Interval(over: shares(110), seed: 7))
        let few = try #require(Interval(over: shares(11), seed: 7))
        #expect(many == Interval(over: shares(110), seed: 7))
        #expect(many.lower < 0.5 && 0.5 < many.upper)
        #expect(few.upper - few.lower > 2 * (many.upper - many.lower))
        // A normal approximation for 110 speakers of this spread: 0.5 +- 0.059.
        #expect(abs(many.lower - 0.441) < 0.02 && abs(many.upper - 0.559) < 0.02)
    }

    @Test("one speaker alone has no interval, and speakers who are all alike have one without width")
    func degenerateInterval() throws {
        var share = Share()
        share.count(.right)
        #expect(Interval(over: [share], seed: 1) == nil)
        let alike = try #require(Interval(over: [share, share], seed: 1))
        #expect(alike.lower == 1 && alike.upper == 1)
    }

    @Test("the trade-off starts with nothing obeyed, ends with everything, and a mistake may make it fall")
    func tradeoff() throws {
        let accuracy = AccuracyScore(
            manifest: "m", snr: nil,
            results: [
                result("light one on", Fixture.answer("light one on", confidence: 0.9), line: 1),
                result(
                    "light one on", Fixture.answer("light one on", confidence: 0.6),
                    Fixture.answer("light two on", confidence: 0.2), line: 2),
            ], seed: 1)
        let negatives = FalseAccepts(
            manifest: "n",
            results: [
                result(nil, Fixture.answer("light one on", confidence: 0.5), line: 1), result(nil, line: 2),
            ])
        let tradeoff = Tradeoff(accuracy, against: negatives)
        #expect(tradeoff.points.map(\.threshold) == [.infinity, 0.9, 0.6, 0.5, 0.2])
        #expect(tradeoff.points.map(\.right) == [0, 0.5, 1, 1, 0.5])
        #expect(tradeoff.points.map(\.falseAccepts) == [0, 0, 0, 1, 1])
        #expect(tradeoff.points.last?.negativesObeyed == 0.5)
        #expect(tradeoff.best(atMostPerHour: 0)?.threshold == 0.6)
    }
}
