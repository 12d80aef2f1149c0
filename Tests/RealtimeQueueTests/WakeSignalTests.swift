import RealtimeQueue
import Synchronization
import Testing

@Suite("WakeSignal")
struct WakeSignalTests {
    @Test("remembers a signal that is sent before anybody waits, and many as one")
    func remembered() {
        let signal = WakeSignal()
        let isDone = Atomic<Bool>(false)
        signal.send()
        signal.send()
        signal.wait()
        // Both are used up: this wait ends only through the thread.
        NamedThread.start("sender") { _ in
            isDone.store(true, ordering: .releasing)
            signal.send()
        }
        signal.wait()
        let isDoneNow = isDone.load(ordering: .acquiring)
        #expect(isDoneNow)
    }
}
