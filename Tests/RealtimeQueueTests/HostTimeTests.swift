import RealtimeQueue
import Testing

@Suite("HostTime")
struct HostTimeTests {
    @Test("adds and takes off durations to the nanosecond")
    func arithmetic() {
        let time = HostTime(nanoseconds: 10)
        #expect(time + .seconds(2) == HostTime(nanoseconds: 2_000_000_010))
        #expect(time - .nanoseconds(4) == HostTime(nanoseconds: 6))
        #expect(HostTime(nanoseconds: 2_000_000_010) - time == .seconds(2))
    }

    @Test("sleeps until a moment, and not at all for one that has passed")
    func sleep() {
        let moment = HostTime.now + .milliseconds(2)
        HostTime.sleep(until: moment)
        #expect(HostTime.now >= moment)
        HostTime.sleep(until: HostTime(nanoseconds: 0))
    }
}
