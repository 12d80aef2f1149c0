import Foundation
import Testing

@testable import Session

@Suite("What the kernel says of a process")
struct AccountingTests {
    @Test("memory is read in bytes, with both kinds of shared pages")
    func memory() {
        let memory = ProcessMemory(
            parsing: """
                55d7c3a54000-7ffc71bfe000 ---p 00000000 00:00 0    [rollup]
                Rss:               40960 kB
                Pss:               18432 kB
                Shared_Clean:       2048 kB
                Shared_Dirty:       1024 kB
                Private_Dirty:     12288 kB
                """)
        #expect(memory == ProcessMemory(proportional: 18 << 20, privateDirty: 12 << 20, shared: 3 << 20))
        #expect(memory - memory == ProcessMemory())
    }

    @Test("this process has memory, and one that is gone has none")
    func processes() throws {
        let memory = try #require(ProcessMemory.of(getpid()))
        #expect(memory.proportional > 0)
        #expect(ProcessMemory.of(-1) == nil)
    }

    @Test("context switches are told apart")
    func switches() {
        let status = "Name:\tvoiceled\nvoluntary_ctxt_switches:\t150\nnonvoluntary_ctxt_switches:\t545\n"
        #expect(ContextSwitches(parsing: status) == ContextSwitches(voluntary: 150, involuntary: 545))
        #expect(ContextSwitches(parsing: "") == ContextSwitches())
    }

    @Test("a thread is found by its name, and is seen to sleep")
    func sleepingThread() throws {
        let taker = SampleTaker()
        defer { taker.stop() }
        // It has run when it has taken something, and then has nothing more to do.
        _ = taker.take([1, 2, 3])
        let thread = try #require(WatchedThread.of(getpid(), named: "taking"))
        while !thread.isAsleep { sched_yield() }
        #expect(WatchedThread.of(getpid(), named: "nobody") == nil)
    }
}
