import Supervision
import Testing

@Suite("The health of a worker")
struct WorkerHealthTests {
    private let start = ContinuousClock.now

    private func ready() -> WorkerHealth {
        var health = WorkerHealth(startedAt: start)
        health.becameReady(at: start)
        return health
    }

    @Test("a worker that is never ready is killed, and the reason says so")
    func neverReady() {
        var health = WorkerHealth(startedAt: start)
        #expect(health.order(at: start + .seconds(14)) == .nothing)
        #expect(health.order(at: start + .seconds(15)) == .kill("it was not ready within 15.0 seconds"))
        #expect(health.phase == .ended)
        #expect(health.due == nil)
    }

    @Test(
        "the deadline of an utterance grows with its length",
        arguments: [(Duration.zero, Duration.seconds(1)), (.seconds(1), .seconds(3)), (.seconds(20), .seconds(41))])
    func deadline(length: Duration, allowed: Duration) {
        var health = ready()
        #expect(health.began(length: length, at: start) == start + allowed)
        #expect(health.order(at: start + allowed - .milliseconds(1)) == .nothing)
        guard case .kill(let reason) = health.order(at: start + allowed) else {
            Issue.record("it was not killed")
            return
        }
        #expect(reason == "it had no answer within \(allowed)")
    }

    @Test("standing in line for a processor is no fault of a worker, for ten times its allowance")
    func queued() {
        var health = ready()
        let due = health.began(length: .seconds(1), at: start)
        health.excuse(.seconds(2), at: due)
        #expect(health.order(at: due + .milliseconds(1_999)) == .nothing)
        #expect(health.due == due + .seconds(2))
        // Four threads that stand in line at the same time are not four times as late.
        health.excuse(.seconds(20), at: due + .seconds(2))
        #expect(health.due == start + .seconds(8))
        health.excuse(.seconds(1_000), at: start + .seconds(500))
        #expect(health.due == start + .seconds(30))
        #expect(health.order(at: start + .seconds(30)) == .kill("it had no answer within 3.0 seconds"))
        // Who waits for work may be asked for a sign of life all the same.
        var idle = ready()
        idle.excuse(.seconds(5), at: start + .seconds(9))
        #expect(idle.order(at: start + .seconds(10)) == .ping)
    }

    @Test("one that works is never asked for a sign of life")
    func working() {
        var health = ready()
        for second in 0..<100 {
            let now = start + .seconds(second)
            #expect(health.order(at: now) == .nothing)
            health.began(length: .seconds(1), at: now)
            health.finished(at: now + .milliseconds(40))
        }
        #expect(health.hasWorked)
    }

    @Test("one without work is pinged, and killed when it is silent")
    func idle() {
        var health = ready()
        #expect(health.order(at: start + .seconds(10)) == .ping)
        #expect(health.phase == .pinged)
        #expect(health.order(at: start + .milliseconds(10_999)) == .nothing)
        #expect(health.order(at: start + .seconds(11)) == .kill("it gave no sign of life within 1.0 seconds"))
    }

    @Test("a sign of life is good for another while")
    func pong() {
        var health = ready()
        #expect(health.order(at: start + .seconds(10)) == .ping)
        health.becameReady(at: start + .milliseconds(10_010))
        #expect(health.phase == .ready)
        #expect(health.due == start + .milliseconds(20_010))
        #expect(!health.hasWorked)
    }

    @Test("one that has grown is replaced after its utterance, not during it")
    func memory() {
        var limits = WorkerLimits()
        limits.memory = 1_000
        var health = WorkerHealth(limits: limits, startedAt: start)
        health.becameReady(at: start)
        health.began(length: .seconds(1), at: start)
        #expect(health.phase == .busy)
        health.finished(at: start, memory: 1_000)
        #expect(health.phase == .ready)
        health.began(length: .seconds(1), at: start)
        health.finished(at: start, memory: 1_001)
        #expect(health.phase == .outgrown)
        #expect(health.order(at: start + .seconds(100)) == .nothing)
    }

    @Test("an answer that comes when none was asked for changes nothing")
    func unasked() {
        var health = ready()
        let before = health
        health.finished(at: start + .seconds(1))
        #expect(health == before)
        health.ended()
        health.becameReady(at: start)
        #expect(health.phase == .ended)
    }
}
