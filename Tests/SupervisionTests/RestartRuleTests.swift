import Supervision
import Testing

@Suite("Starting a worker again")
struct RestartRuleTests {
    private let start = ContinuousClock.now

    @Test("after death without work: at once, then later and later, then never")
    func barren() {
        var rule = RestartRule()
        let verdicts = (0..<5).map { rule.died(hasWorked: false, at: start + .seconds($0)) }
        #expect(
            verdicts == [
                .startAgain(after: .zero), .startAgain(after: .milliseconds(100)),
                .startAgain(after: .milliseconds(200)), .startAgain(after: .milliseconds(400)),
                .giveUp("it ended 5 times within 4.0 seconds without having done anything"),
            ])
    }

    @Test("the wait has an upper limit")
    func longest() {
        var rule = RestartRule()
        rule.mostDeaths = 100
        let last = (0..<50).map { _ in rule.died(hasWorked: false, at: start) }.last
        #expect(last == .startAgain(after: .seconds(5)))
    }

    @Test("deaths long ago do not count")
    func longAgo() {
        var rule = RestartRule()
        for minute in 0..<20 {
            #expect(
                rule.died(hasWorked: false, at: start + .seconds(60 * minute)) == .startAgain(after: .zero))
        }
    }

    @Test("one that works between its deaths is started again for ever, at once")
    func fruitful() {
        var rule = RestartRule()
        for _ in 0..<1_000 {
            #expect(rule.died(hasWorked: true, at: start) == .startAgain(after: .zero))
        }
    }

    @Test("work forgives the deaths before it")
    func forgiven() {
        var rule = RestartRule()
        for _ in 0..<4 { _ = rule.died(hasWorked: false, at: start) }
        rule.worked()
        #expect(rule.died(hasWorked: false, at: start) == .startAgain(after: .zero))
    }
}
