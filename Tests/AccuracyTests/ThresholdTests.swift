import Accuracy
import Testing

@Suite("Threshold")
struct ThresholdTests {
    /// Commands that were heard rightly and wrongly with these confidences, and others that were obeyed in so many hours.
    private func tradeoff(
        _ commands: [Double], wrong: [Double] = [], against others: [Double], hours: Double
    ) -> Tradeoff {
        func results(_ heard: String, _ confidences: [Double]) -> [ClipResult] {
            confidences.enumerated().map { index, confidence in
                ClipResult(
                    Fixture.clip("\(heard) \(index)", "light one on", line: index),
                    answers: [Fixture.answer(heard, confidence: confidence)], seconds: 2)
            }
        }
        let phrases = results("light one on", commands) + results("light two on", wrong)
        let room = ClipResult(
            Fixture.clip("room", nil), answers: others.map { Fixture.answer("light two on", confidence: $0) },
            seconds: hours * 3_600)
        return Tradeoff(
            AccuracyScore(manifest: "c", snr: nil, results: phrases, seed: 1),
            against: FalseAccepts(manifest: "r", results: [room]))
    }

    @Test(
        "a count bounds the rate as the tables say", arguments: [(0, 2.9957), (1, 4.7439), (2, 6.2958), (10, 16.9622)])
    func bound(count: Int, most: Double) {
        #expect(abs(RateBound.most(given: count) - most) < 0.0001)
        #expect(RateBound.most(given: 2_000) > 2_000 && RateBound.most(given: 2_000) < 2_080)
    }

    @Test("an hour and a half without any shows two an hour")
    func time() {
        #expect(abs(RateBound.hours(toShow: 2) - 1.498) < 0.001)
    }

    @Test("any threshold buys what the next confidence above it does")
    func anyThreshold() {
        let tradeoff = tradeoff([0.9, 0.7], against: [0.8], hours: 1)
        #expect([0.95, 0.9, 0.85, 0.7, 0].map { tradeoff.point(at: $0).right } == [0, 0.5, 0.5, 1, 1])
        #expect([0.95, 0.81, 0.8, 0].map { tradeoff.point(at: $0).falseAccepts } == [0, 0, 1, 1])
    }

    @Test("stays where it is when nothing speaks for another")
    func kept() throws {
        let tradeoff = tradeoff([0.9, 0.8, 0.7], against: [0.3], hours: 0.1)
        let choice = try #require(ThresholdChoice(tradeoff, hours: 0.1, atMostPerHour: 2, builtIn: 0.55))
        #expect(choice.threshold == 0.55)
        #expect(choice.point.right == 1 && choice.point.falseAccepts == 0)
        #expect(abs(choice.mostPerHour - 29.957) < 0.001)
    }

    @Test("rises above what was obeyed in the room, halfway to the next command")
    func raised() throws {
        let tradeoff = tradeoff([0.9, 0.8], against: [0.6], hours: 0.1)
        let choice = try #require(ThresholdChoice(tradeoff, hours: 0.1, atMostPerHour: 2, builtIn: 0.55))
        #expect(choice.threshold == 0.7)
        #expect(choice.point.right == 1 && choice.point.falseAccepts == 0)
    }

    @Test("leaves as many as are allowed")
    func allowed() throws {
        let tradeoff = tradeoff([0.9, 0.58], against: [0.95, 0.6, 0.57], hours: 1)
        let choice = try #require(ThresholdChoice(tradeoff, hours: 1, atMostPerHour: 2, builtIn: 0.55))
        #expect(choice.point.right == 1 && choice.point.falseAccepts == 2)
        #expect(choice.threshold > 0.57 && choice.threshold <= 0.58)
        let stricter = try #require(ThresholdChoice(tradeoff, hours: 1, atMostPerHour: 1, builtIn: 0.55))
        #expect(stricter.point.right == 0.5 && stricter.point.falseAccepts == 1)
    }

    @Test("falls only as far as the time without a false accept shows")
    func lowered() throws {
        let quiet = [0.9, 0.5, 0.4]
        let short = tradeoff(quiet, against: [0.3], hours: 1)
        #expect(ThresholdChoice(short, hours: 1, atMostPerHour: 2, builtIn: 0.55)?.threshold == 0.55)
        let long = tradeoff(quiet, against: [0.3], hours: 2)
        #expect(ThresholdChoice(long, hours: 2, atMostPerHour: 2, builtIn: 0.55)?.threshold == 0.35)
    }

    @Test("does not fall for a command more when others are taken for something else there")
    func wrong() throws {
        let tradeoff = tradeoff([0.9, 0.5, 0.2], wrong: [0.3, 0.25], against: [], hours: 2)
        let choice = try #require(ThresholdChoice(tradeoff, hours: 2, atMostPerHour: 2, builtIn: 0.55))
        #expect(choice.threshold == 0.4)
        #expect(choice.point.right == 0.4 && choice.point.wrong == 0)
    }

    @Test("there is none when no command is surer than what the room says")
    func none() {
        let tradeoff = tradeoff([0.6], against: [0.9, 0.8], hours: 0.5)
        #expect(ThresholdChoice(tradeoff, hours: 0.5, atMostPerHour: 2, builtIn: 0.55) == nil)
        #expect(ThresholdChoice(tradeoff, hours: 0.5, atMostPerHour: 4, builtIn: 0.55)?.threshold == 0.55)
        let nothing = self.tradeoff([], against: [], hours: 1)
        #expect(ThresholdChoice(nothing, hours: 1, atMostPerHour: 2, builtIn: 0.55) == nil)
    }
}
