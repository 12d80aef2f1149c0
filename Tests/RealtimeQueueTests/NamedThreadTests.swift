import Foundation
import RealtimeQueue
import Synchronization
import Testing

@Suite("NamedThread")
struct NamedThreadTests {
    @Test("is known to the system by its name")
    func name() {
        let seen = Mutex("")
        let done = WakeSignal()
        NamedThread.start("ear test") { _ in
            let name = try? String(contentsOfFile: "/proc/thread-self/comm", encoding: .utf8)
            seen.withLock { $0 = name ?? "" }
            done.send()
        }
        done.wait()
        #expect(seen.withLock { $0 } == "ear test\n")
    }

    @Test("runs although real-time scheduling is refused, and says so")
    func scheduling() {
        let seen = Mutex(NamedThread.Scheduling.normal)
        let done = WakeSignal()
        NamedThread.start("realtime", priority: .realtime) { scheduling in
            seen.withLock { $0 = scheduling }
            done.send()
        }
        done.wait()
        // Which of the two depends on the rights of whoever runs this test.
        switch seen.withLock({ $0 }) {
        case .realtime: break
        case .realtimeDenied(let code): #expect(code != 0)
        case .normal: Issue.record("it did not ask")
        }
    }
}
