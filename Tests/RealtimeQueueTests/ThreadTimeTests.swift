import RealtimeQueue
import Synchronization
import Testing

@Suite("ThreadTime")
struct ThreadTimeTests {
    @Test("is that of the thread it was made on, which others may read, and stands still while it sleeps")
    func computed() async throws {
        let mayEnd = WakeSignal()
        let time = await withCheckedContinuation { made in
            NamedThread.start("computing") { _ in
                let time = ThreadTime()
                while time.computed < .milliseconds(20) {}
                made.resume(returning: time)
                mayEnd.wait()
            }
        }
        // It may still be on its way into the wait.
        var last = time.computed
        while case let now = time.computed, now != last {
            last = now
            try await Task.sleep(for: .milliseconds(1))
        }
        #expect(last >= .milliseconds(20) && last < .seconds(10))
        if let queued = time.queued { #expect(queued >= .zero && queued < .seconds(600)) }
        mayEnd.send()
    }

    @Test("of a thread that has ended is nothing")
    func ended() async throws {
        let time = await withCheckedContinuation { made in
            NamedThread.start("short") { _ in made.resume(returning: ThreadTime()) }
        }
        while time.computed > .zero { try await Task.sleep(for: .milliseconds(1)) }
        #expect(time.queued == nil)
    }
}
