import Foundation
import SerialPort
import Testing

@Suite("WakeUp")
struct WakeUpTests {
    @Test("a wait without a port ends in vain when nobody signals")
    func inVain() throws {
        let wakeUp = try WakeUp()
        #expect(!wakeUp.wait(upTo: .zero))
        #expect(!wakeUp.wait(upTo: .milliseconds(1)))
    }

    @Test("a wait takes back all signals that came before it")
    func before() throws {
        let wakeUp = try WakeUp()
        for _ in 0..<3 { wakeUp.signal() }
        #expect(wakeUp.wait(upTo: .seconds(60)))
        #expect(!wakeUp.wait(upTo: .zero))
    }

    @Test("a signal from another thread ends the wait")
    func during() throws {
        let wakeUp = try WakeUp()
        Thread.detachNewThread { wakeUp.signal() }
        #expect(wakeUp.wait(upTo: .seconds(60)))
    }
}
