import RealtimeQueue
import Testing

@testable import ALSACapture

@Suite("StallWatch")
struct StallWatchTests {
    private let start = HostTime(nanoseconds: 0)

    @Test("gives a device up that is silent for longer than the patience")
    func stalled() {
        var watch = StallWatch(patience: .seconds(1), at: start)
        let looks = (1...5).map { watch.isStalled(at: start + StallWatch.interval * $0) }
        #expect(looks == [false, false, false, false, true])
    }

    @Test("begins anew whenever the device delivers")
    func reset() {
        var watch = StallWatch(patience: .seconds(1), at: start)
        for step in 1...4 { _ = watch.isStalled(at: start + StallWatch.interval * step) }
        watch.reset(at: start + .seconds(1))
        let isStalled = watch.isStalled(at: start + .milliseconds(1_250))
        #expect(!isStalled)
    }

    @Test("does not blame the device for the time in which the program itself was stopped")
    func suspended() {
        var watch = StallWatch(patience: .seconds(1), at: start)
        let isStalled = watch.isStalled(at: start + .seconds(3_600))
        #expect(!isStalled)
    }
}
