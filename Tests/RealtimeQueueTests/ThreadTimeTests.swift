import RealtimeQueue
import Synchronization
import Testing

@Suite("ThreadTime")
struct ThreadTimeTests {
    @Test("is that of the thread it was made on, which others may read, and stands still while it sleeps")
    func computed() async throws {
        let mayEnd = WakeSignal()
        let time = try await time { made in
            let time = ThreadTime()
            while time.computed < .milliseconds(20) {}
            made(time)
            mayEnd.wait()
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
        let time = try await time { made in made(ThreadTime()) }
        while time.computed > .zero { try await Task.sleep(for: .milliseconds(1)) }
        #expect(time.queued == nil)
    }

    /// What a thread hands over. Not with a continuation: ThreadSanitizer does not always see that it orders anything.
    private func time(
        ofThread body: @escaping @Sendable (_ made: (ThreadTime) -> Void) -> Void
    ) async throws -> ThreadTime {
        let handed = Mutex<ThreadTime?>(nil)
        NamedThread.start("computing") { _ in body { time in handed.withLock { $0 = time } } }
        while true {
            if let time = handed.withLock({ $0 }) { return time }
            try await Task.sleep(for: .milliseconds(1))
        }
    }
}
